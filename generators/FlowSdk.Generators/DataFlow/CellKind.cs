namespace FlowSdk.Generators.DataFlow;

/// <summary>What is known of an artifact at a place in the graph.</summary>
internal enum CellKind
{
    /// <summary>It is set, whichever way leads here.</summary>
    Set,

    /// <summary>It is set, unless a step that catches its failure has failed.</summary>
    Doubtful,

    /// <summary>Some way leads here without setting it.</summary>
    Unset,
}
