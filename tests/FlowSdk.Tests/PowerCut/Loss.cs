namespace FlowSdk.Tests.PowerCut;

/// <summary>What becomes of what was not synced when the power is lost.</summary>
internal enum Loss
{
    /// <summary>All of it is there.</summary>
    Nothing,

    /// <summary>Names are there, contents are not.</summary>
    Contents,

    /// <summary>Names are there, and contents are zeros.</summary>
    ContentsButLength,

    /// <summary>Names are there, contents up to some byte, and zeros may follow.</summary>
    Tails,

    /// <summary>None of it is there.</summary>
    Everything,

    /// <summary>Each file and each name has a fate of its own.</summary>
    Random,
}
