namespace FlowSdk.Generators.DataFlow;

/// <summary>A step asks for one of the inputs of the join that it is.</summary>
/// <param name="Input">Which one.</param>
/// <param name="Place">Which event of the body it is.</param>
internal sealed record ChoiceEffect(InputOrigin Input, int Place);
