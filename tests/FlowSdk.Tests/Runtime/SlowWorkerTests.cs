using FlowSdk.Generated;
using FlowSdk.Graph;
using FlowSdk.Runtime;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

public sealed class SlowWorkerTests
{
    [Fact]
    public async Task A_worker_that_does_not_come_to_work_is_told_of()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "A program that waits is called sleep there.");
        using var folder = new TemporaryFolder();
        using var kill = new CancellationTokenSource();
        var observer = new RecordingObserver();
        var definition = DefinitionOf<ThrowingByHand>();
        var request = new RunRequest
        {
            Definition = definition,
            Graph = FlowGraphBuilder.Build(definition),
            Parameters = [],
            Isolation = IsolationMode.Process,
            MaxWorkers = 1,
            Launch = new("sleep", ["1000"]),
            Services = () => throw new InvalidOperationException("No step here needs a service."),
        };

        var run = RunExecution.ExecuteAsync(
            request, new LocalObjectStore(folder.Path, TimeProvider.System), observer, new ImpatientTime(TimeSpan.FromSeconds(30)), CancellationToken.None, kill.Token);
        var warning = await observer.FirstWarning.Task.WaitAsync(TestContext.Current.CancellationToken);
        await kill.CancelAsync();

        warning.ShouldStartWith("FLOW1412 A worker process was started 30 s ago and has not come to work.");
        (await run).Status.ShouldBe(RunStatus.Canceled);
    }

    private static FlowDefinition<T> DefinitionOf<T>()
        where T : Flow, IFlow<T> => T.Definition;

    /// <summary>Real time, in which one delay is over at once.</summary>
    private sealed class ImpatientTime(TimeSpan skipped) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == skipped ? TimeSpan.Zero : dueTime, period);
    }
}
