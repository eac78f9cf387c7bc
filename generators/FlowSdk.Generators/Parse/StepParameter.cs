using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>A parameter of a step.</summary>
internal sealed record StepParameter(IParameterSymbol Symbol, StepParameterSource Source)
{
    public static StepParameter Read(IParameterSymbol parameter) => new(parameter, ReadSource(parameter));

    /// <summary>The argument of a call, as an expression over <c>call</c>.</summary>
    public string Argument() => Source switch
    {
        StepParameterSource.Item => $"call.Item<{FlowNames.Write(Symbol.Type)}>()",
        StepParameterSource.Inputs => $"call.Inputs<{FlowNames.Write(((INamedTypeSymbol)Symbol.Type).TypeArguments[0])}>()",
        StepParameterSource.Gang => "call.Gang",
        StepParameterSource.Cancellation => "call.Cancellation",
        StepParameterSource.Service => $"call.Service<{FlowNames.WriteNotNull(Symbol.Type)}>()",
        _ => "default!",
    };

    private static StepParameterSource ReadSource(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: not RefKind.None } or { HasExplicitDefaultValue: true } or { IsParams: true } => StepParameterSource.Unsupported,
        { Type.IsRefLikeType: true } or { Type: IPointerTypeSymbol or IFunctionPointerTypeSymbol } => StepParameterSource.Unsupported,
        _ when FlowNames.Attribute(parameter, "FromServicesAttribute") is not null => StepParameterSource.Service,
        { Type: var type } when FlowNames.Is(type, "Inputs`1") => StepParameterSource.Inputs,
        { Type: var type } when FlowNames.Is(type, "Gang") => StepParameterSource.Gang,
        { Type: var type } when FlowNames.Is(type, "System.Threading", "CancellationToken") => StepParameterSource.Cancellation,
        _ => StepParameterSource.Item,
    };
}
