using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>What a step reads and sets, through the methods and properties of the flow that it uses.</summary>
internal static class BodyAccess
{
    public static StepAccessModel Of(IMethodSymbol step, INamedTypeSymbol flow, FlowBodies bodies)
    {
        var (reads, sets, merges) = (Names(), Names(), Names());

        // What a filter does cannot be seen from here: it is given the flow.
        var isComplete = !StepFilters.Of(step, flow).Any();
        foreach (var (_, happening) in BodyGraphBuilder.Build(step, flow, bodies).Events())
        {
            switch (happening.Kind)
            {
                case BodyEventKind.Read:
                    reads.Add(happening.Property!.Name);
                    break;
                case BodyEventKind.Set:
                    sets.Add(happening.Property!.Name);
                    break;
                case BodyEventKind.Merge:
                    merges.UnionWith(Artifacts(flow).Where(happening.Merge!.Takes));
                    break;
                case BodyEventKind.Unknown:
                    isComplete = false;
                    break;
            }
        }

        return new(new([.. reads]), new([.. sets]), new([.. merges]), isComplete);
    }

    private static IEnumerable<string> Artifacts(INamedTypeSymbol flow) => FlowNames.FlowChain(flow).SelectMany(ArtifactSymbols.Of).Select(a => a.Name);

    private static SortedSet<string> Names() => new(StringComparer.Ordinal);
}
