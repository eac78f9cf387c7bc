namespace FlowSdk;

/// <summary>A mistake in the use of the SDK, or of a store; its id has a page under docs/diagnostics.</summary>
public class FlowException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="id">The id, <c>FLOW</c> and four digits.</param>
    /// <param name="message">What happened, where, and what to do next.</param>
    /// <param name="innerException">The cause, or null.</param>
    public FlowException(string id, string message, Exception? innerException = null)
        : base(message, innerException) => Id = id;

    /// <summary>The id, <c>FLOW</c> and four digits.</summary>
    public string Id { get; }
}
