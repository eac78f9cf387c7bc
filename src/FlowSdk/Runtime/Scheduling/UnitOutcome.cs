namespace FlowSdk.Runtime.Scheduling;

/// <summary>What an attempt comes to once none of its members runs any more.</summary>
internal enum UnitOutcome
{
    /// <summary>Nothing has gone wrong so far.</summary>
    Succeeds,

    /// <summary>It could not begin and is started again under the same number.</summary>
    StartsAgain,

    /// <summary>It failed and another attempt follows.</summary>
    Retries,

    /// <summary>It failed for good, and the failure goes into an artifact.</summary>
    Caught,

    /// <summary>It failed for good.</summary>
    Fails,

    /// <summary>It was stopped because the run stops.</summary>
    Canceled,
}
