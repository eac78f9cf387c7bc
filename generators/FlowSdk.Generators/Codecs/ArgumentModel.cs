namespace FlowSdk.Generators.Codecs;

/// <summary>What a parameter of a constructor is given.</summary>
/// <param name="Member">The place of the member of that name; -1 if there is none.</param>
/// <param name="Default">The expression for when it is not in the data; null if it must be.</param>
internal sealed record ArgumentModel(int Member, string? Default);
