using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Runtime;

/// <summary>Something for the run's loop: an event for the scheduler, the end of the run by an error, a warning, or, without any, that a second has gone by.</summary>
internal readonly record struct RunSignal(ScheduleEvent? Happened, Exception? Fault, (string Id, string Message)? Warning = null);
