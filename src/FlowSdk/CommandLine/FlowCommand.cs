using System.CommandLine;
using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>A command of a flow program.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, in a sentence.</param>
internal abstract class FlowCommand(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Arguments with which it may be called, and what that does.</summary>
    public abstract IReadOnlyList<(string Arguments, string Meaning)> Examples { get; }

    /// <summary>Whether parameters of the flow are options of this command.</summary>
    public virtual bool TakesParameters => false;

    /// <summary>Describes its arguments and options to the parser.</summary>
    public Command Build(FlowDefinition definition)
    {
        var command = new Command(Name, Description) { TreatUnmatchedTokensAsErrors = false };
        Configure(command, definition);
        return command;
    }

    /// <summary>Carries the command out.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> ExecuteAsync(CommandContext context);

    protected abstract void Configure(Command command, FlowDefinition definition);
}
