using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FlowSdk.Metadata;

namespace FlowSdk.Client;

/// <summary>
/// Reads the output of a run as lines: long ones, which are kept in pieces, are put together, and those of tasks that were taken over are read where they were written.
/// </summary>
internal static class LogLines
{
    /// <summary>A runner writes what tasks have printed about once a second.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The lines, those of an earlier run first.</summary>
    /// <param name="contents">The run.</param>
    /// <param name="filter">Which lines.</param>
    /// <param name="follow">The clock by which to wait for more while the run is running; null to read what there is.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<LogLine> ReadAsync(
        RunContents contents, LogFilter filter, TimeProvider? follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var tasks in await TakenOverTasks.OfAsync(contents.Reader, filter.Step, filter.TaskId, cancellation))
        {
            // Its steps may have other numbers.
            var written = contents.LogOf(tasks.Origin).ReadAsync(null, filter.TaskId, filter.Attempt, filter.Stream, cancellation);
            await foreach (var line in JoinAsync(written.Where(piece => tasks.Steps.ContainsKey(piece.TaskId))))
            {
                yield return Line(line, tasks.Steps[line.TaskId]);
            }
        }

        var own = follow is null ? contents.Reader.Log.ReadAsync(filter.Step, filter.TaskId, filter.Attempt, filter.Stream, cancellation)
            : contents.Reader.Log.FollowAsync(filter, IsRunningAsync, () => Task.Delay(_pause, follow, cancellation), cancellation);
        await foreach (var line in JoinAsync(own))
        {
            yield return Line(line, line.Step);
        }

        async ValueTask<bool> IsRunningAsync() => (await contents.Reader.SummaryAsync(cancellation)).Status == RunStatus.Running;

        LogLine Line(LogPiece line, int step) =>
            new(line.Time, line.Stream, line.Text, contents.StepName(step), line.TaskId.ToString(CultureInfo.InvariantCulture), line.Attempt);
    }

    /// <summary>Puts the pieces of lines together.</summary>
    private static async IAsyncEnumerable<LogPiece> JoinAsync(IAsyncEnumerable<LogPiece> pieces)
    {
        var open = new Dictionary<(long TaskId, int Attempt, OutputStream Stream), (LogPiece Last, StringBuilder Text)>();
        await foreach (var piece in pieces)
        {
            var key = (piece.TaskId, piece.Attempt, piece.Stream);
            if (piece.IsPartial)
            {
                var text = open.TryGetValue(key, out var begun) ? begun.Text : new StringBuilder();
                open[key] = (piece, text.Append(piece.Text));
            }
            else if (open.Count > 0 && open.Remove(key, out var begun))
            {
                yield return piece with { Text = begun.Text.Append(piece.Text).ToString() };
            }
            else
            {
                yield return piece;
            }
        }

        // Lines that were never ended.
        foreach (var (last, text) in open.Values.OrderBy(static rest => rest.Last.Time))
        {
            yield return last with { Text = text.ToString() };
        }
    }
}
