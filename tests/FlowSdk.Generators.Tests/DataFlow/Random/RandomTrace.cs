namespace FlowSdk.Generators.Tests.DataFlow.Random;

/// <summary>A way through a piece of a body.</summary>
/// <param name="Statements">The statements that it comes by, each as a character.</param>
/// <param name="End">How it leaves the piece.</param>
internal readonly record struct RandomTrace(string Statements, TraceEnd End);

/// <summary>How a way through a piece of a body leaves it.</summary>
internal enum TraceEnd
{
    /// <summary>At its end.</summary>
    Next,

    /// <summary>By returning from the step.</summary>
    Return,

    /// <summary>By an exception.</summary>
    Throw,

    /// <summary>Out of the loop around it.</summary>
    Break,

    /// <summary>To the next round of the loop around it.</summary>
    Continue,
}
