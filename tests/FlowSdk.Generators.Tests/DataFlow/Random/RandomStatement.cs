namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>A statement of a random flow.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Artifact">To which artifact, by number.</param>
/// <param name="Other">For a call, the artifact that the method sets.</param>
internal sealed record RandomStatement(StatementKind Kind, int Artifact, int Other)
{
    /// <summary>The number by which a statement without parts is known in its step.</summary>
    public int Number { get; set; } = -1;

    /// <summary>The statements of which it is made; none for one that does something itself.</summary>
    public IReadOnlyList<IReadOnlyList<RandomStatement>> Parts { get; init; } = [];

    /// <summary>Whether it comes only to where there is no failure.</summary>
    public bool NeedsSuccess => Kind is StatementKind.ReadUnlessFailed or StatementKind.LeaveIfFailed;
}
