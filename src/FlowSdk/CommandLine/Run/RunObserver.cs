using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.CommandLine;

/// <summary>Keeps count of a run, and puts what happens into words.</summary>
/// <param name="progress">The counts.</param>
/// <param name="store">Where the run is kept, as a user would name it.</param>
internal abstract class RunObserver(RunProgress progress, string store) : IRunObserver
{
    private readonly Lock _gate = new();
    private string[] _prefixes = [];

    public RunProgress Progress { get; } = progress;

    public RecentOutput Recent { get; } = new();

    /// <summary>How the run ended; null until then.</summary>
    public RunEnd? End { get; private set; }

    public void OnRunStarted(string runId)
    {
        Progress.RunId = runId;
        _prefixes = [.. Progress.Steps.Select(s => $"[{(NamesRunInLines ? $"{runId}/" : "")}{s.Name}/")];
        Say(RunNews.Progress, $"Run {runId} of {Progress.Definition.Name}, kept in {store}");
    }

    public void OnWarning(string id, string message) => Say(RunNews.Warning, $"warning {id}: {message}");

    public void OnTasksDue(int step, long count) => Update(step, s => s.Due += count);

    public void OnTaskReused(int step, long taskId) => Update(step, s =>
    {
        s.Reused++;
        s.Succeeded++;
    });

    public void OnAttemptStarted(int step, long taskId, int attempt) => Update(step, s =>
    {
        s.Running++;
        s.StartedAt ??= Progress.Elapsed;
    });

    public void OnTaskSucceeded(int step, long taskId, int attempt)
    {
        Recent.Forget(taskId);
        Update(step, s =>
        {
            s.Running--;
            s.Succeeded++;
            s.EndedAt = Progress.Elapsed;
        });
    }

    public void OnAttemptFailed(int step, AttemptFailure failure)
    {
        if (failure.IsCaught)
        {
            Progress.Caught++;
        }

        Update(step, s =>
        {
            // What is caught is told of again, as a success.
            s.Running -= failure.IsCaught ? 0 : 1;
            s.Failed += failure is { IsFinal: true, Failure.Kind: not FailureKind.Canceled } ? 1 : 0;
            s.EndedAt = Progress.Elapsed;
        });
        if (failure.Failure.Kind != FailureKind.Canceled)
        {
            Say(RunNews.Failure, FailureText.OneLine($"{Progress.Steps[step].Name}/{failure.TaskId}", failure));
        }
    }

    public void OnOutput(int step, long taskId, int attempt, OutputStream stream, DateTimeOffset time, string line)
    {
        Recent.Add(taskId, line);
        Write(stream, $"{_prefixes[step]}{taskId}] ", line);
    }

    public void OnCanceling()
    {
        Progress.IsCanceling = true;
        Say(RunNews.Warning, "Stopping: running steps have 10 s to end. Ctrl-C again kills them.");
    }

    public void OnRunFinished(RunEnd end) => End = end;

    /// <summary>Reads the counts while they stand still.</summary>
    public void Read(Action<RunProgress> read)
    {
        lock (_gate)
        {
            read(Progress);
        }
    }

    /// <summary>Whether lines of steps are marked with the run's id: needless where it stands beside them.</summary>
    protected virtual bool NamesRunInLines => true;

    /// <summary>Tells something of the run itself.</summary>
    protected abstract void Say(RunNews kind, string text);

    /// <summary>Shows a line of a step.</summary>
    protected abstract void Write(OutputStream stream, string prefix, string line);

    private void Update(int step, Action<StepProgress> change)
    {
        lock (_gate)
        {
            change(Progress.Steps[step]);
        }
    }
}
