namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>A transition of a random flow.</summary>
/// <param name="Call">The method that makes it.</param>
/// <param name="Targets">The steps that it leads to, by number.</param>
/// <param name="Join">For a split, the step that closes it; else -1.</param>
internal sealed record RandomTransition(string Call, int[] Targets, int Join);
