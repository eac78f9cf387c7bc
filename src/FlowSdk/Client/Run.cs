using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowSdk.Client;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>
/// A run as it stood when it was looked up, or last <see cref="RefreshAsync">refreshed</see>. What is read of its tasks is read when it is asked for, and so is of that moment.
/// May be used from any thread.
/// </summary>
public sealed partial class Run
{
    private readonly RunContents _contents;
    private RunSummary? _summary;

    private Run(RunContents contents) => _contents = contents;

    /// <summary>The run's id: its time of creation in UTC, and four random characters.</summary>
    public string Id => _contents.Paths.RunId;

    /// <summary>The name of the flow's class.</summary>
    public string FlowName => _contents.Paths.FlowName;

    /// <summary>Flow and run, with a slash between.</summary>
    public string PathSpec => _contents.PathSpec;

    /// <summary>The state of the run.</summary>
    /// <exception cref="FlowException">The run is damaged; so says each of the properties below.</exception>
    public RunStatus Status => Summary.Status;

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset CreatedAt => Start.CreatedAt;

    /// <summary>When it ended, in UTC; null while it runs, and when it was interrupted.</summary>
    public DateTimeOffset? FinishedAt => Summary.FinishedAt;

    /// <summary>From its beginning to its end; null while it runs, and when it was interrupted.</summary>
    public TimeSpan? Duration => FinishedAt - CreatedAt;

    /// <summary>Who started it.</summary>
    public string UserName => Start.UserName;

    /// <summary>The machine on which it was started.</summary>
    public string HostName => Start.HostName;

    /// <summary>The words after the program's name with which it was started; values that look like secrets are masked.</summary>
    public IReadOnlyList<string> CommandLine => Start.CommandLine;

    /// <summary>
    /// What the run was made by: <c>program</c> (the file that was started), <c>assembly</c> with its <c>version</c> and <c>hash</c> (SHA-256), <c>sdk</c>, <c>runtime</c>, <c>os</c>,
    /// <c>moduleId</c>, and within a git repository <c>git</c> (the commit) and <c>gitState</c> (<c>clean</c> or <c>dirty</c>). What was not known is left out.
    /// </summary>
    public IReadOnlyDictionary<string, string> Build => Start.Build;

    /// <summary>The run that this one resumed; null if it began by itself.</summary>
    public string? OriginRunId => Start.OriginRunId;

    /// <summary>Flow and run of the run that this one resumed; null if it began by itself.</summary>
    public string? OriginPathSpec => OriginRunId is { } origin ? $"{FlowName}/{origin}" : null;

    /// <summary>The values of all parameters by name, as JSON; each is read when it is asked for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters => field ??= new RunParameters(Start.Parameters, _contents.Artifacts);

    /// <summary>The graph that was run.</summary>
    public RunGraph Graph => field ??= RunGraph.Of(Start);

    /// <summary>Why nothing can be read of the run; null if it can.</summary>
    internal FlowException? Damage { get; private set; }

    internal RunSummary Summary => _summary ?? throw Damage!;

    private RunStartedRecord Start => Summary.Start;

    /// <summary>Looks again how the run stands: at its state, its end and its tags.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The work.</returns>
    /// <exception cref="FlowException">The run is damaged, or was deleted.</exception>
    public async Task RefreshAsync(CancellationToken cancellation = default)
    {
        _summary = await _contents.Reader.CurrentSummaryAsync(cancellation);
        Damage = null;
    }

    /// <summary>A step of the run.</summary>
    /// <param name="name">The name of its method.</param>
    /// <returns>The step, whether it has tasks or not.</returns>
    /// <exception cref="FlowException">The graph that was run has no such step.</exception>
    public StepRun Step(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(_contents, _contents.StepNumber(name), Graph);
    }

    /// <summary>All steps of the graph that was run, in the order of the source, whether they have tasks or not.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The steps.</returns>
    public async IAsyncEnumerable<StepRun> StepsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var number = 0; number < Start.Steps.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(_contents, number, Graph);
        }

        await ValueTask.CompletedTask;
    }

    /// <summary>The tasks of all steps that have begun, by id.</summary>
    /// <param name="status">Only tasks in this state; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tasks.</returns>
    public IAsyncEnumerable<TaskRun> TasksAsync(TaskRunStatus? status = null, CancellationToken cancellation = default) =>
        TaskRun.ReadAllAsync(_contents, null, status, cancellation);

    /// <summary>Finds a task. The journal of a run that is over is not read as a whole for it.</summary>
    /// <param name="id">The task's id, a decimal number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The task.</returns>
    /// <exception cref="FlowException">The run has no such task, or it has not begun.</exception>
    public Task<TaskRun> TaskAsync(string id, CancellationToken cancellation = default) => TaskRun.FindAsync(_contents, id, null, cancellation);

    /// <summary>What all tasks of the run wrote, in the order of time. What tasks taken over from another run wrote there is read from that run, if it is still kept.</summary>
    /// <param name="stream">Only this stream; null for both.</param>
    /// <param name="follow">Whether to go on, while the run is running, with what is written meanwhile.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines, read while they are enumerated.</returns>
    public IAsyncEnumerable<LogLine> LogsAsync(OutputStream? stream = null, bool follow = false, CancellationToken cancellation = default) =>
        LogLines.ReadAsync(_contents, new(null, null, null, stream), follow ? TimeProvider.System : null, cancellation);

    /// <summary>The flow at its end: an object whose artifacts are loaded when they are read, and which cannot be changed.</summary>
    /// <typeparam name="TFlow">The flow's class, as it is today: artifacts and parameters are found by name.</typeparam>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The state of the end task.</returns>
    /// <exception cref="FlowException">The run has not succeeded.</exception>
    public Task<TFlow> StateAsync<TFlow>(CancellationToken cancellation = default)
        where TFlow : Flow, IFlow<TFlow>
    {
        cancellation.ThrowIfCancellationRequested();
        if (Summary.End is not { Status: RunStatus.Succeeded, EndTask: { } position })
        {
            throw new FlowException(
                FlowErrors.RunNotSucceeded,
                $"The run {PathSpec} has not succeeded, but is {Status.ToString().ToLowerInvariant()}, so it has no final state. Read the state of one of its tasks, or take another run: LatestSuccessfulRunAsync finds one.");
        }

        return _contents.Reader.Journal.Read(position) is TaskFinishedRecord end
            ? Task.FromResult(_contents.View<TFlow>(end))
            : throw new FlowException(
                FlowErrors.JournalDamaged, $"The journal of {PathSpec} in {_contents.Location} is damaged: its end is not that of a task. Restore it from a backup, or run the flow again.");
    }

    /// <inheritdoc/>
    public override string ToString() => PathSpec;

    internal static async ValueTask<Run> LoadAsync(IObjectStore store, RunPaths paths, CancellationToken cancellation)
    {
        var run = new Run(new(store, new(store, paths)));
        try
        {
            run._summary = await run._contents.Reader.SummaryAsync(cancellation);
        }
        catch (FlowException damage) when (RunReader.IsDamage(damage))
        {
            // One damaged run does not hide the others: it says so itself when it is asked.
            run.Damage = damage;
        }

        return run;
    }
}
