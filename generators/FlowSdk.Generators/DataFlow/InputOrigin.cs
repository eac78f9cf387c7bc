namespace FlowSdk.Generators.DataFlow;

/// <summary>Which of a join's inputs an expression stands for.</summary>
/// <param name="Choice">How far it is known.</param>
/// <param name="Branch">For a branch, the name of its first step.</param>
/// <param name="Place">For a place, its number.</param>
internal sealed record InputOrigin(InputChoice Choice, string? Branch = null, int Place = -1)
{
    public static readonly InputOrigin Any = new(InputChoice.Any);

    public static readonly InputOrigin Unknown = new(InputChoice.Unknown);
}
