using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What says how a step runs stands on a step, and says something that can be done.</summary>
internal static class AttributeRules
{
    private static readonly HashSet<string> _ofSteps = ["RetryAttribute", "TimeoutAttribute", "CatchAttribute", "ResourcesAttribute", "ConcurrencyAttribute", "EnvironmentVariableAttribute"];

    public static void Check(FlowInspection inspection)
    {
        foreach (var method in inspection.Flow.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary))
        {
            foreach (var attribute in method.GetAttributes().Where(a => a.AttributeClass is not null))
            {
                CheckOne(attribute, method, inspection);
            }

            VariableRules.Check(method, inspection);
        }

        foreach (var attribute in inspection.Flow.GetAttributes().Where(a => a.AttributeClass is not null))
        {
            FilterRules.Check(attribute, inspection);
        }
    }

    private static void CheckOne(AttributeData attribute, IMethodSymbol method, FlowInspection inspection)
    {
        FilterRules.Check(attribute, inspection);
        var name = attribute.AttributeClass!.Name;
        var isOurs = _ofSteps.Contains(name) && FlowNames.Is(attribute.AttributeClass, name);
        if (!isOurs && !FilterRules.IsFilter(attribute.AttributeClass))
        {
            return;
        }

        // A step that overrides the method inherits them.
        if (!FlowNames.IsStep(method) && method is { IsVirtual: false, IsAbstract: false, IsOverride: false })
        {
            inspection.Report(AttributeDiagnostics.NotOnStep, AttributePlaces.Of(attribute), Short(name), method.Name);
        }

        if (isOurs)
        {
            AttributeValues.Check(attribute, Short(name), inspection);
            ExceptRules.Check(attribute, method, inspection);
            CatchRules.CheckArtifact(attribute, method, inspection);
            ArtifactNameRules.CheckCatch(attribute, inspection);
        }
    }

    /// <summary>An attribute's name as it is written.</summary>
    public static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
