namespace FlowSdk.Generators.Parse;

/// <summary>What happens at a place in the body of a step that matters to the data of the flow.</summary>
internal enum BodyEventKind
{
    /// <summary>Nothing: the place only leads to others.</summary>
    None,

    /// <summary>An artifact or parameter is read, of the flow itself or of an input.</summary>
    Read,

    /// <summary>An artifact of the flow itself is set.</summary>
    Set,

    /// <summary>An artifact that holds a failure has been found to be null, or has been looked at.</summary>
    Test,

    /// <summary>Merge carries artifacts over.</summary>
    Merge,

    /// <summary>One of the inputs of a join is asked for, by its place or its first step.</summary>
    Choice,

    /// <summary>A transition is made.</summary>
    Transition,

    /// <summary>The flow is handed to code that cannot be seen, which may read and set anything.</summary>
    Unknown,
}
