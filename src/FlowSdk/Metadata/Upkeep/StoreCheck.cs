using System.Globalization;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>Reads all that a store holds, and tells what is damaged and who needs it. Nothing is changed.</summary>
internal sealed class StoreCheck(IObjectStore store)
{
    private readonly RunIndex _index = new(store, RunIndex.All);
    private readonly ContentCheck _content = new(store);
    private readonly List<StoreFinding> _findings = [];

    /// <summary>Checks, once.</summary>
    public async Task<StoreReport> RunAsync(CancellationToken cancellation = default)
    {
        var runs = 0;
        await foreach (var run in _index.RunsAsync(cancellation))
        {
            runs++;
            await CheckAsync(run, cancellation);
        }

        await foreach (var lost in new LostRuns(store).FindAsync(cancellation))
        {
            _findings.Add(lost);
        }

        await _content.CheckOthersAsync(cancellation);
        return new(runs, _content.Tally, [.. _findings, .. _content.Findings]);
    }

    private async Task CheckAsync(RunPaths run, CancellationToken cancellation)
    {
        var reader = new RunReader(store, run);
        var hasFinished = false;
        await TryAsync(run, async () =>
        {
            var start = reader.Start;
            await TryAsync(run, async () => await reader.Tags.ReadWholeAsync(start, cancellation), cancellation);
            await foreach (var (_, record) in reader.Journal.ReadAllAsync(cancellation))
            {
                hasFinished = record is RunFinishedRecord;
                var user = UserOf(run, start, record);
                foreach (var (name, reference) in RecordReferences.Of(record, start))
                {
                    _content.Check(reference, $"{user} ({name})");
                }
            }
        }, cancellation);
        await TryAsync(run, async () =>
        {
            await foreach (var line in reader.Log.ReadAsync(cancellation: cancellation))
            {
                // To read them is to check them.
            }

            if (hasFinished)
            {
                await reader.Log.RequireEndAsync(cancellation);
            }
        }, cancellation);
    }

    private static string UserOf(RunPaths run, RunStartedRecord start, JournalRecord record) => TaskHistory.Of(record) is var (id, key)
        ? string.Create(CultureInfo.InvariantCulture, $"{run.FlowName}/{run.RunId}/{start.Steps[key.Step].Name}/{id}")
        : $"{run.FlowName}/{run.RunId}";

    private async Task TryAsync(RunPaths run, Func<Task> read, CancellationToken cancellation)
    {
        try
        {
            await read();
        }
        catch (FlowException exception) when (exception.Id is FlowErrors.JournalDamaged or FlowErrors.ObjectDamaged or FlowErrors.StoreVersion)
        {
            // One that someone deletes meanwhile is not damaged.
            if (await _index.ContainsAsync(run, cancellation))
            {
                _findings.Add(new(exception.Id, $"{run.FlowName}/{run.RunId}", false, exception.Message));
            }
        }
    }
}
