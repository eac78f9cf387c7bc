namespace FlowSdk.Runtime.Scheduling;

/// <summary>A timer that is set.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Unit">Whose it is; null for the run's.</param>
internal readonly record struct ScheduleTimer(TimerKind Kind, TaskUnit? Unit);
