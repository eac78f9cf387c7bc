namespace FlowSdk.Runtime.Scheduling;

/// <summary>A member's place in its gang.</summary>
/// <param name="GangId">The same for all members of one attempt at a gang, and for no others.</param>
/// <param name="Index">The member, from 0.</param>
/// <param name="Count">The number of members.</param>
internal sealed record GangStart(long GangId, int Index, int Count);
