namespace FlowSdk.CommandLine;

/// <summary>A command cannot be carried out; all that is wrong is told at once.</summary>
internal sealed class CommandException(IReadOnlyList<FlowError> errors) : FlowException(errors[0].Id, string.Join('\n', errors.Select(e => e.Message)))
{
    public CommandException(string id, string message)
        : this([new FlowError(id, message)])
    {
    }

    public IReadOnlyList<FlowError> Errors { get; } = errors;
}
