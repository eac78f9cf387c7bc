namespace FlowSdk.Generators.DataFlow;

/// <summary>How far it is known which of a join's inputs an expression stands for.</summary>
internal enum InputChoice
{
    /// <summary>Each of them, or one that could be any.</summary>
    Any,

    /// <summary>That of a branch known by its first step.</summary>
    Branch,

    /// <summary>That at a place known at compile time.</summary>
    Place,

    /// <summary>Something else, or a selection that is made at run time.</summary>
    Unknown,
}
