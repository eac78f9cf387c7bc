namespace FlowSdk.Generators.Model;

/// <summary>What a step returns.</summary>
internal enum StepReturn
{
    /// <summary>A transition.</summary>
    Next,

    /// <summary>A task of a transition.</summary>
    NextTask,

    /// <summary>Nothing: it is the end.</summary>
    Nothing,

    /// <summary>A task: it is the end.</summary>
    NothingTask,
}
