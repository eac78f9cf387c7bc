namespace FlowSdk.Hosting;

/// <summary>What was asked for cannot be done; all that is wrong is told at once.</summary>
internal sealed class UsageException(IReadOnlyList<FlowError> errors) : FlowException(errors[0].Id, string.Join('\n', errors.Select(e => e.Message)))
{
    public UsageException(string id, string message)
        : this([new FlowError(id, message)])
    {
    }

    public IReadOnlyList<FlowError> Errors { get; } = errors;
}
