using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Graph;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Resuming;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>Resumes a run: takes over what has finished, and runs the rest.</summary>
internal sealed class ResumeCommand() : FlowCommand("resume", "Go on where a run ended: finished tasks are taken over, the others run.")
{
    private readonly RunOptions _options = new();
    private readonly ResumeOptions _resume = new();
    private readonly ParameterOptions _parameters = new();

    public override bool TakesParameters => true;

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "resumes your latest run, whether it failed, was canceled or interrupted"),
        ("--dry-run", "shows what would be reused, what would run, and why"),
        ("STEP", "runs that step again, and all that follows it"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var graph = FlowGraphs.Require(definition);
        var settings = _options.Read(context.Parsed);
        var forced = _resume.Step(context.Parsed, definition, graph);
        var isDryRun = _resume.IsDryRun(context.Parsed);
        RunIdFile.RequireWritable(isDryRun ? null : settings.RunIdFile);
        await using var store = context.OpenStore();
        var origin = await OriginChoice.FindAsync(context.OpenRegistry(store), definition.Name, Environment.UserName, _resume.Origin(context.Parsed));
        var request = Request(context, settings, graph, origin, new ArtifactStore(store)) with { ForcedStep = forced, IsDryRun = isDryRun };
        var plan = await ResumePlanner.PlanAsync(request, store, CancellationToken.None);
        PlanPresentation.Show(context, plan, isDryRun);
        return isDryRun ? ExitCodes.Succeeded : await RunLaunch.RunAsync(context, settings, graph, request.Parameters, store, plan);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        _resume.AddTo(command);
        _parameters.AddTo(command, definition, [.. _options.All, .. _resume.All]);
        foreach (var option in _options.All)
        {
            command.Options.Add(option);
        }
    }

    private ResumeRequest Request(CommandContext context, RunSettings settings, FlowGraph graph, RunReader origin, ArtifactStore artifacts)
    {
        var definition = context.Definition;
        var kept = new KeptParameters(context, _parameters, settings, origin.Start);
        var binder = new ParameterBinder([kept], kept.Values(definition, artifacts));
        var flow = EffectiveParameters.Create(definition, context.Host, binder.Bind(definition));
        return new()
        {
            Origin = origin,
            Definition = definition,
            Graph = graph,
            Parameters = ParameterRecorder.Record(definition, flow, artifacts),
            GivenParameters = binder.Given,
        };
    }
}
