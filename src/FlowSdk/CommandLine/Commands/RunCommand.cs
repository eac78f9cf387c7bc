using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Hosting;
using FlowSdk.Runtime;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>Runs the flow.</summary>
internal sealed class RunCommand() : FlowCommand("run", "Run the flow.")
{
    private readonly RunOptions _options = new();
    private readonly Dictionary<string, Option<string?>> _parameters = [];

    public override bool TakesParameters => true;

    public override IReadOnlyList<(string Arguments, string Meaning)> Examples =>
    [
        ("", "runs the flow with the defaults of its parameters"),
        ("--max-workers 4 --tag nightly", "at most four tasks at a time; the run carries a tag"),
        ("--parameters values.json --json", "values from a file; the result as JSON"),
    ];

    public override async Task<int> ExecuteAsync(CommandContext context)
    {
        var definition = context.Definition;
        var graph = FlowGraphs.Require(definition);
        var settings = _options.Read(context.Parsed);
        var flow = CreateFlow(context, settings);
        RunIdFile.RequireWritable(settings.RunIdFile);
        await using var store = context.OpenStore();
        var request = new RunRequest
        {
            Definition = definition,
            Graph = graph,
            Parameters = ParameterRecorder.Record(definition, flow, new ArtifactStore(store)),
            Isolation = settings.Isolation,
            MaxWorkers = settings.MaxWorkers,
            OnFailure = settings.OnFailure,
            WithoutGpu = settings.WithoutGpu,
            Tags = settings.Tags,
            RunIdFile = settings.RunIdFile,
            CommandLine = context.Arguments,
            Launch = settings.Isolation == IsolationMode.Inline ? null : WorkerLaunches.OfThisProgram(),
            Services = () => context.Host.Services,
            Logging = context.Host.FindLogging,
            Prestart = context.Prestart,
        };
        using var signals = new StopSignals();
        await context.Host.StartAsync(signals.Cancel);
        var outcome = await RunPresentation.ShowAsync(
            context,
            definition,
            store.Location,
            observer => RunExecution.ExecuteAsync(request, store, observer, context.Time, signals.Cancel, signals.Kill));
        return ExitCodes.Of(outcome.Status);
    }

    protected override void Configure(Command command, FlowDefinition definition)
    {
        var names = _options.All.Concat(new GlobalOptions().All).Select(o => o.Name).ToHashSet();
        foreach (var parameter in definition.Parameters)
        {
            var name = $"--{parameter.Option}";
            if (!names.Add(name))
            {
                throw new CommandException(
                    FlowErrors.FlowInvalid, $"The parameter {definition.Name}.{parameter.Name} would be the option {name}, which there is already. Give the property another name.");
            }

            var option = new Option<string?>(name) { Arity = ParameterFlag.Of(parameter) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne };
            _parameters.Add(parameter.Option, option);
            command.Options.Add(option);
        }

        foreach (var option in _options.All)
        {
            command.Options.Add(option);
        }
    }

    private Flow CreateFlow(CommandContext context, RunSettings settings)
    {
        var sources = new List<IParameterSource> { new CommandLineParameters(GivenOptions(context.Parsed)) };
        if (settings.ParameterFile is { } file)
        {
            sources.Add(ParameterFile.Read(file, context.Definition.Parameters));
        }

        sources.Add(new EnvironmentParameters(Environment.GetEnvironmentVariable));
        if (context.Definition.Parameters.Count > 0 && context.Host.Configuration is { } configuration)
        {
            sources.Add(new ConfigurationParameters(configuration));
        }

        var given = new ParameterBinder(sources).Bind(context.Definition);
        return EffectiveParameters.Create(context.Definition, context.Host, given);
    }

    private Dictionary<string, string> GivenOptions(ParseResult parsed)
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, option) in _parameters)
        {
            if (parsed.GetResult(option) is not null)
            {
                given[name] = parsed.GetValue(option) ?? bool.TrueString;
            }
        }

        return given;
    }
}
