namespace FlowSdk.Runtime;

/// <summary>Where the attempts of a run are executed. Called from the run's loop; reports the end of each attempt to the run's queue.</summary>
internal interface ITaskRunner : IAsyncDisposable
{
    /// <summary>Starts an attempt, or keeps it until there is a worker for it.</summary>
    void Start(RunningAttempt attempt);

    /// <summary>Called after all starts of one batch of events: what nobody needs any more may be let go.</summary>
    void EndBatch();

    /// <summary>Cancels the token of an attempt.</summary>
    void Cancel(RunningAttempt attempt);

    /// <summary>Ends an attempt without waiting for its step.</summary>
    void Kill(RunningAttempt attempt);
}
