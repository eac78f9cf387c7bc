using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>What a step takes and returns.</summary>
/// <param name="Return">What it returns; null if a step cannot return that.</param>
/// <param name="Parameters">What each parameter is given.</param>
internal sealed record StepSignature(StepReturn? Return, IReadOnlyList<StepParameter> Parameters)
{
    public static StepSignature Read(IMethodSymbol method) => new(ReadReturn(method), [.. method.Parameters.Select(StepParameter.Read)]);

    public bool IsJoin => Parameters.Any(p => p.Source == StepParameterSource.Inputs);

    public bool TakesGang => Parameters.Any(p => p.Source == StepParameterSource.Gang);

    public bool IsEnd => Return is StepReturn.Nothing or StepReturn.NothingTask;

    public IParameterSymbol? Item => Parameters.FirstOrDefault(p => p.Source == StepParameterSource.Item)?.Symbol;

    /// <summary>Whether generated code can call it.</summary>
    public static bool IsCallable(IMethodSymbol method) => !method.IsStatic && !method.IsGenericMethod && method.MethodKind == MethodKind.Ordinary;

    private static StepReturn? ReadReturn(IMethodSymbol method) => method.ReturnType switch
    {
        _ when method.RefKind != RefKind.None => null,
        { SpecialType: SpecialType.System_Void } => method.IsAsync ? null : StepReturn.Nothing,
        INamedTypeSymbol { TypeArguments: [var result] } task when FlowNames.IsTask(task, "Task`1") || FlowNames.IsTask(task, "ValueTask`1") =>
            FlowNames.Is(result, "Next") ? StepReturn.NextTask : null,
        var type when FlowNames.IsTask(type, "Task") || FlowNames.IsTask(type, "ValueTask") => StepReturn.NothingTask,
        var type => FlowNames.Is(type, "Next") ? StepReturn.Next : null,
    };
}
