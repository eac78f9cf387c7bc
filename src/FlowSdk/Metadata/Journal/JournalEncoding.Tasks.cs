namespace FlowSdk.Metadata;

internal sealed partial class JournalEncoding
{
    private void Write(PackBuffer buffer, TaskFinishedRecord record)
    {
        buffer.WriteArrayHeader(13);
        buffer.WriteInt64(record.TaskId);
        WriteKey(buffer, record.Key);
        WriteParents(buffer, record.Parents);
        buffer.WriteInt64(record.Attempt);
        WriteTime(buffer, record.StartedAt);
        buffer.WriteInt64(record.FinishedAt.UtcTicks - record.StartedAt.UtcTicks);
        buffer.WriteInt64(record.Worker);
        buffer.WriteString(record.Origin);
        TransitionEncoding.Write(buffer, record.Transition);
        WriteArtifacts(buffer, record.Artifacts);
    }

    private TaskFinishedRecord ReadTaskFinished(ref PackReader reader)
    {
        reader.ReadArrayHeader();
        var taskId = reader.ReadInt64();
        var key = ReadKey(ref reader);
        var parents = ReadParents(ref reader);
        var attempt = reader.ReadInt32();
        var startedAt = ReadTime(ref reader);
        return new()
        {
            TaskId = taskId,
            Key = key,
            Parents = parents,
            Attempt = attempt,
            StartedAt = startedAt,
            FinishedAt = startedAt.AddTicks(reader.ReadInt64()),
            Worker = reader.ReadInt32(),
            Origin = reader.ReadOptionalString(),
            Transition = TransitionEncoding.Read(ref reader),
            Artifacts = ReadArtifacts(ref reader),
        };
    }

    // One parent is its id; several are runs of consecutive ids: how far each begins beyond the end of the one before, and how many they are.
    private static void WriteParents(PackBuffer buffer, IReadOnlyList<long> parents)
    {
        if (parents.Count == 1)
        {
            buffer.WriteInt64(parents[0]);
            return;
        }

        var runs = new List<(long First, int Count)>();
        foreach (var parent in parents)
        {
            if (runs.Count > 0 && runs[^1] is var (first, count) && first + count == parent)
            {
                runs[^1] = (first, count + 1);
            }
            else
            {
                runs.Add((parent, 1));
            }
        }

        buffer.WriteArrayHeader(runs.Count * 2);
        var end = 0L;
        foreach (var (first, count) in runs)
        {
            buffer.WriteInt64(first - end);
            buffer.WriteInt64(count);
            end = first + count;
        }
    }

    private static List<long> ReadParents(ref PackReader reader)
    {
        if (!reader.IsArray)
        {
            return [reader.ReadInt64()];
        }

        var parents = new List<long>();
        var next = 0L;
        for (var runs = reader.ReadArrayHeader() / 2; runs > 0; runs--)
        {
            next += reader.ReadInt64();
            for (var count = reader.ReadInt64(); count > 0; count--)
            {
                parents.Add(next++);
            }
        }

        return parents;
    }

    private void WriteArtifacts(PackBuffer buffer, ArtifactChanges artifacts)
    {
        buffer.WriteArrayHeader(3 + artifacts.Changes.Count * 2);
        WritePosition(buffer, artifacts.Base);
        buffer.WriteInt64(artifacts.Depth);
        foreach (var (artifact, reference) in artifacts.Changes)
        {
            buffer.WriteInt64(artifact);
            ReferenceEncoding.Write(buffer, reference, TypeOf(artifact));
        }
    }

    private ArtifactChanges ReadArtifacts(ref PackReader reader)
    {
        var changes = new ArtifactChange[(reader.ReadArrayHeader() - 3) / 2];
        var position = ReadPosition(ref reader);
        var depth = reader.ReadInt32();
        foreach (ref var change in changes.AsSpan())
        {
            var artifact = reader.ReadInt32();
            change = new(artifact, ReferenceEncoding.Read(ref reader, TypeOf(artifact)));
        }

        return new(position, depth, changes);
    }

    private string TypeOf(int artifact) => (uint)artifact < (uint)start.Artifacts.Count
        ? start.Artifacts[artifact].TypeName
        : throw new InvalidDataException($"it has an artifact {artifact}, and the flow has {start.Artifacts.Count}");
}
