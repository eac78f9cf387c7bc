namespace FlowSdk.Metadata;

/// <summary>What the records of a journal refer to in the store.</summary>
internal static class RecordReferences
{
    /// <summary>The references of one record, each with the name under which a person knows it. Those that it takes from the record at its base are that record's.</summary>
    /// <param name="record">The record.</param>
    /// <param name="start">The first record of its journal, which names the artifacts.</param>
    public static IEnumerable<(string Name, ArtifactReference Reference)> Of(JournalRecord record, RunStartedRecord start) => record switch
    {
        RunStartedRecord started => started.Parameters.Select(static parameter => ($"parameter {parameter.Name}", parameter.Value)),
        TaskFinishedRecord finished => OfTask(finished, start),
        TaskStartedRecord or AttemptFailedRecord or RunFinishedRecord or RunSealedRecord => [],
        _ => throw new ArgumentException($"It is not known what a {record.GetType().Name} refers to.", nameof(record)),
    };

    private static IEnumerable<(string Name, ArtifactReference Reference)> OfTask(TaskFinishedRecord task, RunStartedRecord start)
    {
        foreach (var (artifact, reference) in task.Artifacts.Changes)
        {
            if (reference is not null)
            {
                yield return (artifact < start.Artifacts.Count ? start.Artifacts[artifact].Name : $"artifact {artifact}", reference);
            }
        }

        foreach (var chunk in task.Transition?.Items ?? [])
        {
            yield return ("items of the foreach", chunk.Content);
        }
    }
}
