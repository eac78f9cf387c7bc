using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Graph;

namespace FlowSdk.CommandLine;

/// <summary>What <c>resume</c> takes besides the options of <c>run</c>.</summary>
internal sealed class ResumeOptions
{
    private readonly Argument<string?> _step = new("STEP")
    {
        Description = "A step that runs again in any case, with all that follows it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _origin = new("--origin-run-id")
    {
        HelpName = "RUN",
        Description = "The run to resume: its id, a unique beginning or end of it, or 'latest'. Default: your latest run of this flow.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the plan, and run nothing." };

    public IReadOnlyList<Option> All => [_origin, _dryRun];

    public void AddTo(Command command)
    {
        command.Arguments.Add(_step);
        command.Options.Add(_origin);
        command.Options.Add(_dryRun);
    }

    public string? Origin(ParseResult parsed) => parsed.GetValue(_origin);

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    /// <summary>The number of the step that was named; null if none was.</summary>
    /// <exception cref="UsageException">There is no such step.</exception>
    public int? Step(ParseResult parsed, FlowDefinition definition, FlowGraph graph)
    {
        if (parsed.GetValue(_step) is not { } name)
        {
            return null;
        }

        var found = graph.Nodes.Index().Where(n => n.Item.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(n => (int?)n.Index).FirstOrDefault();
        return found ?? throw new UsageException(
            FlowErrors.UnknownStep,
            $"'{name}' is no step of {definition.Name}.{Suggestion.For(name, graph.Nodes.Select(n => n.Name))} Its steps are {string.Join(", ", graph.Nodes.Select(n => n.Name))}.");
    }
}
