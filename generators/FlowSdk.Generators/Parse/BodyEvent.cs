using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Something that happens in the body of a step, or in what it calls.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Syntax">Where it stands.</param>
internal sealed record BodyEvent(BodyEventKind Kind, SyntaxNode Syntax)
{
    /// <summary>What is read, set or tested; null for all else.</summary>
    public IPropertySymbol? Property { get; init; }

    /// <summary>Of which input; null if it is the flow itself.</summary>
    public InputOrigin? Input { get; init; }

    /// <summary>What Merge carries over; null for all else.</summary>
    public MergeSelection? Merge { get; init; }

    /// <summary>For what a called method does, the call in the step's own body; null for what stands in the step.</summary>
    public SyntaxNode? Call { get; init; }

    /// <summary>The method or property of the flow that is called there.</summary>
    public ISymbol? Through { get; init; }

    /// <summary>Whether the code around is prepared for an artifact that is not set.</summary>
    public bool IsExpected { get; init; }
}
