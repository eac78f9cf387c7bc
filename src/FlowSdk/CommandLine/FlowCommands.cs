using System.CommandLine;
using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>The commands of every flow program. They hold the options that the parser fills, so each command line has its own.</summary>
internal sealed class FlowCommands
{
    public IReadOnlyList<FlowCommand> All { get; } =
    [
        new RunCommand(), new ResumeCommand(), new CancelCommand(), new ShowCommand(), new CheckCommand(),
        new RunsCommand(), new StatusCommand(), new DumpCommand(), new LogsCommand(), new TagCommand(),
        new DeleteCommand(), new GcCommand(),
    ];

    public FlowCommand? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>Describes the commands to the parser: only the one that the first word names, which is quicker, or all.</summary>
    public Command Build(FlowDefinition definition, GlobalOptions globals, string firstWord)
    {
        // No word can be taken for this name.
        var root = new Command("flow/program") { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in globals.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in Find(firstWord) is { } named ? [named] : All)
        {
            root.Subcommands.Add(command.Build(definition));
        }

        return root;
    }
}
