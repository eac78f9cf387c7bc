using FlowSdk.Metadata;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Client;

/// <summary>A store with runs that were written without running anything, a minute after each other.</summary>
internal sealed class WrittenRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FixedTime _time = new();
    private readonly RunRegistry _registry;

    public WrittenRuns()
    {
        Store = new(_folder.Path, TimeProvider.System);
        _registry = new(Store, _time, new Random(1));
        Client = FlowClient.Open(_folder.Path);
    }

    public LocalObjectStore Store { get; }

    public FlowClient Client { get; }

    /// <summary>Begins a run; disposing it lets go of its lock.</summary>
    public async Task<StartedRun> StartAsync(string flow = "A", string user = "ann", IReadOnlyList<string>? tags = null, byte parameter = 1)
    {
        _time.Now += TimeSpan.FromMinutes(1);
        return await _registry.StartAsync(
            flow,
            (id, time) => SampleRun.Start with
            {
                FlowName = flow,
                RunId = id,
                CreatedAt = time,
                UserName = user,
                Tags = tags ?? [],
                Parameters = [new("Rate", SampleRun.Inline("int", parameter)), new("Name", SampleRun.Inline("string", 0xa3, (byte)'a', (byte)'b', (byte)'c'))],
            },
            cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Writes a run that is over, with one task; gives its id.</summary>
    public async Task<string> WriteAsync(string flow = "A", RunStatus status = RunStatus.Succeeded, string user = "ann", IReadOnlyList<string>? tags = null, byte parameter = 1)
    {
        using var run = await StartAsync(flow, user, tags, parameter);
        var end = run.Journal.Enqueue(SampleRun.Finished(1, new(3, 0, 0, 0), [], null, new(null, 0, [new(1, SampleRun.Inline("double", 7))])));
        await run.FinishAsync(new() { Status = status, FinishedAt = _time.Now.AddSeconds(1), Steps = [], EndTask = end }, TestContext.Current.CancellationToken);
        return run.RunId;
    }

    /// <summary>The file of an object.</summary>
    public string FileOf(string flow, string runId, string rest) => Path.Combine(_folder.Path, "runs", $"^{flow.ToLowerInvariant()}", runId, rest);

    public void Dispose() => _folder.Dispose();
}
