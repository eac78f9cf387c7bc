using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Makes the model of a step.</summary>
internal static class StepModels
{
    /// <summary>The properties of a step's definition that hold an attribute, by the attribute's name.</summary>
    private static readonly string[] Attributes = ["Resources", "Concurrency", "Retry", "Timeout", "Catch"];

    /// <summary>Whether generated code can call the step.</summary>
    public static bool CanEmit(IMethodSymbol step, StepSignature signature, INamedTypeSymbol flow, Compilation compilation) =>
        signature.Return is not null
        && StepSignature.IsCallable(step)
        && signature.Parameters.All(p => p.Source != StepParameterSource.Unsupported && p.Symbol.Type.TypeKind != TypeKind.Error)
        && compilation.IsSymbolAccessibleWithin(step, flow);

    public static StepModel Read(IMethodSymbol step, StepSignature signature, INamedTypeSymbol flow, StepBodies bodies, CancellationToken cancellation) => new()
    {
        Name = step.Name,
        Summary = Documentation(step, cancellation),
        Transitions = bodies.Transitions(step),
        IsJoin = signature.IsJoin,
        TakesGang = signature.TakesGang,
        NeedsServices = signature.Parameters.Any(p => p.Source == StepParameterSource.Service),
        Return = signature.Return!.Value,
        Arguments = new([.. signature.Parameters.Select(p => p.Argument())]),
        Attributes = new([.. ReadAttributes(step, flow)]),
    };

    private static string Documentation(IMethodSymbol? step, CancellationToken cancellation)
    {
        for (; step is not null; step = step.OverriddenMethod)
        {
            if (DocumentationReader.Summary(step, cancellation) is { Length: > 0 } summary)
            {
                return summary;
            }
        }

        return "";
    }

    private static IEnumerable<(string Property, string Expression)> ReadAttributes(IMethodSymbol step, INamedTypeSymbol flow)
    {
        foreach (var name in Attributes)
        {
            if (StepAttributes.Find(step, name + "Attribute").FirstOrDefault() is { } attribute)
            {
                yield return (name, Literals.Create(attribute));
            }
        }

        var variables = StepAttributes.Find(step, "EnvironmentVariableAttribute").Select(Literals.Create).ToArray();
        if (variables.Length > 0)
        {
            yield return ("EnvironmentVariables", $"[{string.Join(", ", variables)}]");
        }

        var filters = StepFilters.Of(step, flow).Select(Literals.Create).ToArray();
        if (filters.Length > 0)
        {
            yield return ("Filters", $"static () => [{string.Join(", ", filters)}]");
        }
    }
}
