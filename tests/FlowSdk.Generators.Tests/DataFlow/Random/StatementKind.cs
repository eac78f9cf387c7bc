namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>What a statement of a random flow does.</summary>
internal enum StatementKind
{
    /// <summary>Reads an artifact.</summary>
    Read,

    /// <summary>Sets an artifact.</summary>
    Set,

    /// <summary>Reads, then sets.</summary>
    Add,

    /// <summary>Calls a method that reads one artifact and then sets another.</summary>
    Call,

    /// <summary>Reads an artifact in a lambda, which may run at any later time.</summary>
    ReadLater,

    /// <summary>Sets an artifact in a lambda.</summary>
    SetLater,

    /// <summary>Reads an artifact if there is no failure.</summary>
    ReadUnlessFailed,

    /// <summary>Reads an artifact if there is a failure.</summary>
    ReadIfFailed,

    /// <summary>Leaves the step if there is a failure.</summary>
    LeaveIfFailed,

    /// <summary>Leaves the step, perhaps.</summary>
    Leave,

    /// <summary>Throws, perhaps.</summary>
    Throw,

    /// <summary>Leaves the loop around it, perhaps.</summary>
    Break,

    /// <summary>Goes on with the next round of the loop around it, perhaps.</summary>
    Continue,

    /// <summary>Reads an artifact of every input.</summary>
    ReadInputs,

    /// <summary>Reads an artifact of every input that has no failure.</summary>
    ReadSoundInputs,

    /// <summary>Reads an artifact of the first input.</summary>
    ReadFirst,

    /// <summary>Merges all inputs, but for one artifact.</summary>
    Merge,

    /// <summary>Merges the artifact from all inputs, by name.</summary>
    MergeOne,

    /// <summary>Merges what the first input has.</summary>
    MergeFirst,

    /// <summary>Merges what one input has, which could be any.</summary>
    MergeAny,

    /// <summary>Does its part or nothing.</summary>
    If,

    /// <summary>Does one of two parts.</summary>
    IfElse,

    /// <summary>Does one of three parts.</summary>
    Switch,

    /// <summary>Does its part any number of times.</summary>
    While,

    /// <summary>Does its first part, and the second where the first throws, anywhere.</summary>
    TryCatch,

    /// <summary>Does its first part, then the second, however the first is left.</summary>
    TryFinally,
}
