using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowSdk.Client;
using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk;

/// <summary>A task of a run as it stood when it was looked up. May be used from any thread.</summary>
public sealed class TaskRun
{
    private readonly RunContents _contents;
    private readonly TaskSummary _task;

    internal TaskRun(RunContents contents, TaskSummary task)
    {
        (_contents, _task) = (contents, task);
        Attempts = [.. task.Attempts.Select(attempt => AttemptRun.Of(attempt, task.Status))];
    }

    /// <summary>The task's id, a decimal number, unique within the run.</summary>
    public string Id => _task.TaskId.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of its step.</summary>
    public string StepName => _contents.StepName(_task.Key.Step);

    /// <summary>Flow, run, step and task, with slashes between.</summary>
    public string PathSpec => _contents.TaskPath(_task.Key.Step, _task.TaskId);

    /// <summary>The state of the task.</summary>
    public TaskRunStatus Status => _task.Status;

    /// <summary>Its attempts, in order. One that is under way is among them when it has run for about a second.</summary>
    public IReadOnlyList<AttemptRun> Attempts { get; }

    /// <summary>When its first attempt started, in UTC.</summary>
    public DateTimeOffset StartedAt => Attempts[0].StartedAt;

    /// <summary>When its last attempt ended, in UTC; null while it is under way or waits for another attempt, and when it was interrupted.</summary>
    public DateTimeOffset? FinishedAt => Status is TaskRunStatus.Pending or TaskRunStatus.Running or TaskRunStatus.Interrupted ? null : Attempts[^1].FinishedAt;

    /// <summary>Why its last attempt failed; null if it did not.</summary>
    public StepFailure? Failure => _task.Failure;

    /// <summary>The path spec of the task of another run that this one was taken over from by a resume; null if it was executed.</summary>
    public string? OriginPathSpec => _task.Finished?.Origin;

    /// <summary>The artifacts that it has at its end, its own and those that came to it, in the order of the class; empty unless it has succeeded.</summary>
    /// <exception cref="FlowException">The journal is damaged.</exception>
    public IReadOnlyList<TaskArtifact> Artifacts => field ??= [.. _contents.Reader.Artifacts(_task).Select(static artifact => new TaskArtifact(artifact.Name, artifact.Reference))];

    /// <summary>The path specs of the tasks before it: one; for a join those that it closes, in their order; none for the start. Looked up in the journal when first read.</summary>
    /// <exception cref="FlowException">The journal is damaged.</exception>
    public IReadOnlyList<string> Parents => field ??= TaskLineage.ParentsAsync(_contents, _task).Wait();

    /// <summary>
    /// The path specs of the tasks after it, as far as they have begun: for a foreach, gang or branch in its order. Looked up when first read, in the journal from this task on.
    /// </summary>
    /// <exception cref="FlowException">The journal is damaged.</exception>
    public IReadOnlyList<string> Children => field ??= TaskLineage.ChildrenAsync(_contents, _task).Wait();

    /// <summary>Reads an artifact.</summary>
    /// <typeparam name="T">Its type, written out: the compiler makes what decodes it from this call.</typeparam>
    /// <param name="name">The name of its property.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The value.</returns>
    /// <exception cref="FlowException">The task has no such artifact, has not succeeded, or the value is not of that type.</exception>
    public Task<T> ReadAsync<T>(string name, CancellationToken cancellation = default)
    {
        var artifact = Artifact(name, cancellation);
        try
        {
            return Task.FromResult(ArtifactSerializer.Decode(Codecs<T>.Instance, _contents.Artifacts.Get(artifact.Reference), _contents.Artifacts));
        }
        catch (FlowException exception) when (exception.Id == FlowErrors.ArtifactTypeMismatch)
        {
            throw new FlowException(
                exception.Id, $"'{name}' of {PathSpec} was kept as {artifact.Type} and cannot be read as {typeof(T)}. {exception.Message} ReadJsonAsync reads it as it is.", exception);
        }
    }

    /// <summary>Reads an artifact without its type, as <c>dump</c> shows it.</summary>
    /// <param name="name">The name of its property.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The value as JSON.</returns>
    /// <exception cref="FlowException">The task has no such artifact, or has not succeeded.</exception>
    public Task<JsonElement> ReadJsonAsync(string name, CancellationToken cancellation = default) =>
        Task.FromResult(ArtifactJson.Read(Artifact(name, cancellation).Reference, _contents.Artifacts));

    /// <summary>The flow at the end of the task: an object whose artifacts are loaded when they are read, and which cannot be changed.</summary>
    /// <typeparam name="TFlow">The flow's class, as it is today: artifacts and parameters are found by name.</typeparam>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The state of the flow.</returns>
    /// <exception cref="FlowException">The task has not succeeded.</exception>
    public Task<TFlow> StateAsync<TFlow>(CancellationToken cancellation = default)
        where TFlow : Flow, IFlow<TFlow>
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_contents.View<TFlow>(_task.Finished ?? throw Unfinished()));
    }

    /// <summary>What the task wrote, in the order of time. What a task taken over from another run wrote there is read from that run, if it is still kept.</summary>
    /// <param name="stream">Only this stream; null for both.</param>
    /// <param name="attempt">Only the attempt with this number, from 0; null for all.</param>
    /// <param name="follow">Whether to go on, while the run is running, with what is written meanwhile.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lines, read while they are enumerated.</returns>
    public IAsyncEnumerable<LogLine> LogsAsync(OutputStream? stream = null, int? attempt = null, bool follow = false, CancellationToken cancellation = default) =>
        LogLines.ReadAsync(_contents, new(_task.Key.Step, _task.TaskId, attempt, stream), follow ? TimeProvider.System : null, cancellation);

    /// <inheritdoc/>
    public override string ToString() => PathSpec;

    internal static async IAsyncEnumerable<TaskRun> ReadAllAsync(
        RunContents contents, int? step, TaskRunStatus? status, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var task in contents.Reader.TasksAsync(step, cancellation))
        {
            if (status is null || task.Status == status)
            {
                yield return new(contents, task);
            }
        }
    }

    internal static async Task<TaskRun> FindAsync(RunContents contents, string id, int? step, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(id);
        var path = $"{contents.PathSpec}{(step is { } number ? $"/{contents.StepName(number)}" : "")}/{id}";
        if (!PathResolver.IsTaskId(id, out var taskId))
        {
            throw PathResolver.Invalid(path, $"'{id}' is no task: those are numbers.");
        }

        var task = await contents.Reader.FindTaskAsync(taskId, cancellation) ?? throw PathResolver.Invalid(path, "The run has no such task, or it has not begun.");
        return step is null || task.Key.Step == step
            ? new(contents, task)
            : throw PathResolver.Invalid(path, $"Task {id} belongs to step {contents.StepName(task.Key.Step)}: its path is {contents.TaskPath(task.Key.Step, taskId)}.");
    }

    private TaskArtifact Artifact(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        cancellation.ThrowIfCancellationRequested();
        if (_task.Finished is null)
        {
            throw Unfinished();
        }

        return Artifacts.FirstOrDefault(artifact => artifact.Name == name) ?? throw new FlowException(
            FlowErrors.UnknownArtifact,
            $"Task {PathSpec} has no artifact '{name}'. It has {(Artifacts.Count == 0 ? "none" : string.Join(", ", Artifacts.Select(static artifact => artifact.Name)))}.");
    }

    private FlowException Unfinished() => new(
        FlowErrors.TaskNotSucceeded, $"Task {PathSpec} has not succeeded, but is {Status.ToString().ToLowerInvariant()}, so it has no artifacts. Its Failure and LogsAsync may say why.");
}
