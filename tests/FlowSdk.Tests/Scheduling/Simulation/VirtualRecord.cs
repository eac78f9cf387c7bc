using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>The record of a finished task in an invented journal.</summary>
/// <param name="Path">What the task is, whatever its id.</param>
/// <param name="Commit">What the scheduler committed.</param>
/// <param name="Content">What the task made of what the tasks before it had made: the same in every run, if it was given the right inputs.</param>
internal sealed record VirtualRecord(string Path, TaskCommit Commit, uint Content);
