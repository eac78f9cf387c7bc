using FlowSdk.Generated;
using FlowSdk.Graph;

namespace FlowSdk.Hosting;

/// <summary>The graph of a flow, which must be valid before anything can be done with it.</summary>
internal static class FlowGraphs
{
    /// <exception cref="UsageException">The graph is wrong; all problems are told, in the words of the compiler.</exception>
    public static FlowGraph Require(FlowDefinition definition) =>
        FlowGraphBuilder.TryBuild(definition, out var problems) ?? throw new UsageException([.. problems.Select(ToError)]);

    // A problem's text begins with its id.
    private static FlowError ToError(string problem)
    {
        var colon = problem.IndexOf(':', StringComparison.Ordinal);
        return new(problem[..colon], problem[(colon + 1)..].Trim());
    }
}
