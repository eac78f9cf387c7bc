namespace FlowSdk;

/// <summary>What a member of a gang knows of it: tasks started by <c>InParallel</c> that run at the same time.</summary>
/// <param name="Index">This member's place, from 0.</param>
/// <param name="Count">The number of members.</param>
/// <param name="MainAddress">Where member 0 may listen for the others, as host:port; new for each attempt.</param>
public sealed record Gang(int Index, int Count, string MainAddress);
