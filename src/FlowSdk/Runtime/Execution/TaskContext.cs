using System.Globalization;

namespace FlowSdk.Runtime.Execution;

/// <summary>What one attempt tells its step.</summary>
internal sealed class TaskContext(RunDescription run, string stepName, TaskAssignment task, TaskItems items) : FlowContext
{
    private readonly Lock _gate = new();
    private ForEachFrame[]? _frames;
    private string? _tempDirectory;

    public override string FlowName => run.FlowName;

    public override string RunId => run.RunId;

    public override string StepName => stepName;

    public override string TaskId => task.TaskId.ToString(CultureInfo.InvariantCulture);

    public override int Attempt => task.Attempt;

    public override string PathSpec => $"{run.FlowName}/{run.RunId}/{stepName}/{TaskId}";

    public override string? OriginRunId => run.OriginRunId;

    public override string UserName => run.UserName;

    public override IReadOnlyList<string> Tags => run.Tags;

    public override IReadOnlyList<ForEachFrame> ForEach => _frames ??= items.Frames();

    public override IReadOnlyList<string> Gpus => task.Gpus;

    public override string TempDirectory
    {
        get
        {
            lock (_gate)
            {
                return _tempDirectory ??= Directory.CreateTempSubdirectory("flowsdk-").FullName;
            }
        }
    }

    /// <summary>Deletes what the attempt left in its directory. What cannot be deleted is left to the system: the step's work is done.</summary>
    public void DeleteTempDirectory()
    {
        if (_tempDirectory is null)
        {
            return;
        }

        try
        {
            Directory.Delete(_tempDirectory, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The temporary directory {_tempDirectory} could not be deleted: {failure.Message}");
        }
    }
}
