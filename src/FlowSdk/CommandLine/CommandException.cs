using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>A command cannot be carried out; all that is wrong is told at once.</summary>
internal sealed class CommandException(IReadOnlyList<FlowError> errors) : UsageException(errors)
{
    public CommandException(string id, string message)
        : this([new FlowError(id, message)])
    {
    }
}
