using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>The names of steps, artifacts and parameters differ in more than case.</summary>
internal static class CaseRules
{
    public static void Check(FlowInspection inspection)
    {
        ISymbol[] members = [.. inspection.Steps, .. inspection.Artifacts, .. inspection.Parameters];
        var seen = new Dictionary<string, ISymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in members)
        {
            if (!seen.TryGetValue(member.Name, out var other))
            {
                seen.Add(member.Name, member);
            }

            // Of two parameters it is said that they are one option.
            else if (other.Name != member.Name && !(IsParameter(other) && IsParameter(member)) && inspection.Declares(member))
            {
                inspection.Report(MistakeDiagnostics.CaseOnly, member.Locations[0], other.Name, member.Name);
            }
        }
    }

    private static bool IsParameter(ISymbol member) => FlowNames.Attribute(member, "ParameterAttribute") is not null;
}
