namespace FlowSdk.Graph;

/// <summary>A transition, or one of its targets.</summary>
/// <param name="Step">The number of the step that it leaves.</param>
/// <param name="Transition">Which transition of the step.</param>
/// <param name="Target">Which of its targets; -1 for the transition as a whole.</param>
internal sealed record GraphPlace(int Step, int Transition, int Target = -1);
