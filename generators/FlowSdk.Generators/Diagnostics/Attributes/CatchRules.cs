using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A failure that is caught has an artifact to be kept in, and one way to go on.</summary>
internal static class CatchRules
{
    private const string NoMember = "which is no member of the flow";

    public static void CheckArtifact(AttributeData attribute, IMethodSymbol step, FlowInspection inspection)
    {
        if (!FlowNames.Is(attribute.AttributeClass, "CatchAttribute") || attribute.ConstructorArguments is not [{ Value: var named }])
        {
            return;
        }

        var name = named as string ?? "";
        if (WrongArtifact(name, inspection.Flow) is { } reason)
        {
            var example = reason == NoMember && SyntaxFacts.IsValidIdentifier(name) ? name : "Error";
            inspection.Report(AttributeDiagnostics.CatchArtifact, AttributePlaces.First(attribute, inspection.Cancellation), step.Name, name, reason, example);
        }
    }

    /// <summary>Steps that catch and choose, start a foreach or a gang: what the body would have said is lost with it.</summary>
    public static void CheckTransitions(FlowInspection inspection)
    {
        foreach (var step in inspection.Steps.Where(inspection.Declares))
        {
            if (StepAttributes.Find(step, "CatchAttribute") is [var attribute, ..]
                && inspection.Notes.Of("Choice", step, () => Choice(StepTransitions.Of(step, inspection.Bodies))) is { } reason)
            {
                var place = AttributePlaces.Of(attribute);
                inspection.Report(AttributeDiagnostics.CatchChoice, step.Locations[0].SourceTree == place.SourceTree ? place : step.Locations[0], step.Name, reason);
            }
        }
    }

    private static string? WrongArtifact(string name, INamedTypeSymbol flow)
    {
        var member = FlowNames.FlowChain(flow).Reverse().SelectMany(t => t.GetMembers(name)).FirstOrDefault();
        return member switch
        {
            null => NoMember,
            not IPropertySymbol => "which is no artifact",
            IPropertySymbol property when FlowNames.Attribute(property, "ArtifactAttribute") is null => "which is no artifact",
            IPropertySymbol { Type: var type } when !FlowNames.Is(type, "StepFailure") => $"which is of type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
            IPropertySymbol { NullableAnnotation: NullableAnnotation.NotAnnotated } => "which cannot be null, as it is after a success",
            _ => null,
        };
    }

    private static string? Choice(IReadOnlyList<TransitionCall> calls)
    {
        if (calls.FirstOrDefault(c => c.Kind is TransitionKind.ForEach or TransitionKind.Gang) is { } split)
        {
            return split.Kind == TransitionKind.ForEach ? "it gives the items of a foreach" : "it gives the size of a gang";
        }

        var ways = calls.Select(c => string.Join(", ", c.Targets.Select(t => t.Method?.Name))).Distinct().ToArray();
        return ways.Length > 1 ? $"it chooses between '{string.Join("' and '", ways)}'" : null;
    }
}
