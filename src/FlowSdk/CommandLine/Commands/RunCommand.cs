using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>Runs the flow.</summary>
internal sealed class RunCommand() : FlowCommand("run", "Run the flow.")
{
    private readonly RunOptions _options = new();
    private readonly ParameterOptions _parameters = new();

    public override bool TakesParameters => true;

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "runs the flow with the defaults of its parameters"),
        ("--max-workers 4 --tag nightly", "at most four tasks at a time; the run carries a tag"),
        ("--with retry:times=2 --with timeout:minutes=30", "steps that say nothing of it are tried again, and stopped"),
        ("--parameters values.json --json", "values from a file; the result as JSON"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var graph = FlowGraphs.Require(definition);
        var settings = _options.Read(context.Parsed);
        IReadOnlyList<IParameterSource> sources = [.. ParameterSources.OfCommand(context, _parameters, settings), .. ParameterSources.OfSurroundings(context)];
        var flow = EffectiveParameters.Create(definition, context.Host, new ParameterBinder(sources).Bind(definition));
        RunIdFile.RequireWritable(settings.RunIdFile);
        await using var store = context.OpenStore();
        var parameters = ParameterRecorder.Record(definition, flow, new ArtifactStore(store));
        return await RunLaunch.RunAsync(context, settings, graph, parameters, store);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        _parameters.AddTo(command, definition, _options.All);
        foreach (var option in _options.All)
        {
            command.Options.Add(option);
        }
    }
}
