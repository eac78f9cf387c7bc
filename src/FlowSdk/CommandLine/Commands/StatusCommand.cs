using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Shows how a run stands.</summary>
internal sealed class StatusCommand() : FlowCommand("status", "Show how a run stands: its steps, times and failures.")
{
    private readonly Argument<string> _run = new("RUN")
    {
        Description = "The run's id, a unique beginning or end of it, or 'latest'. Default: latest.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = static _ => "latest",
    };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("", "the newest run of this flow"), ("RUN --json", "one run, for other programs")];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var path = await registry.ResolveAsync(context.Parsed.GetValue(_run)!, [context.Definition.Name]);
        var status = await RunState.ReadAsync(registry.Open(path.Run), context.Time);
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json => StatusView.WriteJson(json, status));
        }
        else
        {
            StatusView.WriteText(context, status, store.Location);
        }

        return ExitCodes.Succeeded;
    }

    protected override void Configure(Command command, FlowDefinition definition) => command.Arguments.Add(_run);
}
