namespace FlowSdk.KillPoints;

/// <summary>When, in a change to the disk, a process dies.</summary>
internal enum KillMoment
{
    Before,

    /// <summary>When half of the bytes are written; before a change that writes none.</summary>
    Half,

    After,
}
