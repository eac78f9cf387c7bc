using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>The environment variables of a step are ones that can be set, each once.</summary>
internal static class VariableRules
{
    public static void Check(IMethodSymbol step, FlowInspection inspection)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in step.GetAttributes().Where(a => FlowNames.Is(a.AttributeClass, "EnvironmentVariableAttribute")))
        {
            if (attribute.ConstructorArguments is not [{ Value: var given }, ..])
            {
                continue;
            }

            var name = given as string ?? "";
            if (Wrong(name) is { } reason)
            {
                Report(reason);
            }
            else if (!seen.Add(name))
            {
                Report($"sets '{name}' twice. Remove one of the two.");
            }

            void Report(string problem) =>
                inspection.Report(AttributeDiagnostics.Variable, AttributePlaces.First(attribute, inspection.Cancellation), step.Name, problem);
        }
    }

    private static string? Wrong(string name) => name switch
    {
        "" => "has no name. Give the variable's name first, then its value.",
        _ when name.IndexOfAny(['=', '\0']) >= 0 => $"names '{name}', but the name of a variable holds no '='. Give name and value apart.",
        _ when name.StartsWith("FLOWSDK_", StringComparison.OrdinalIgnoreCase) => $"sets '{name}', but what begins with FLOWSDK_ is the runner's own. Give the variable another name.",
        "CUDA_VISIBLE_DEVICES" => "sets 'CUDA_VISIBLE_DEVICES', by which the runner gives GPUs to tasks. Ask for them with [Resources(Gpu = 1)].",
        _ => null,
    };
}
