using System.CommandLine;
using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>Shows how a run stands.</summary>
internal sealed class StatusCommand() : FlowCommand("status", "Show how a run stands: its steps, times and failures; or the attempts of one task.")
{
    private readonly Argument<string> _run = new("RUN")
    {
        Description = "The run's id, a unique beginning or end of it, or 'latest'; also RUN/STEP, or RUN/TASK. Default: latest.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = static _ => "latest",
    };

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples => [("", "the newest run of this flow"), ("latest/3", "the attempts of task 3"), ("RUN --json", "one run, for other programs")];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        await using var store = context.OpenStore();
        var registry = context.OpenRegistry(store);
        var found = await registry.FindAsync(context.Parsed.GetValue(_run)!, [context.Definition.Name]);
        if (found.Task is { } task)
        {
            WriteTask(context, new(new(store, found.Reader), task));
            return ExitCodes.Succeeded;
        }

        var status = await RunState.ReadAsync(found.Reader, found.Path.StepName, context.Time);
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

    private static void WriteTask(CommandContext context, TaskRun task)
    {
        if (context.Json)
        {
            JsonDocumentWriter.Write(context.Console.Out, json => TaskView.WriteJson(json, task));
        }
        else
        {
            TaskView.WriteText(context, task);
        }
    }
}
