using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using FlowSdk.Metadata;

namespace FlowSdk.Client;

/// <summary>Reads the output of a run as lines: long ones, which are kept in pieces, are put together.</summary>
internal static class LogLines
{
    public static async IAsyncEnumerable<LogLine> ReadAsync(RunContents contents, LogFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in JoinAsync(contents.Reader.Log.ReadAsync(filter.Step, filter.TaskId, filter.Attempt, filter.Stream, cancellation)))
        {
            yield return new(line.Time, line.Stream, line.Text, contents.StepName(line.Step), line.TaskId.ToString(CultureInfo.InvariantCulture), line.Attempt);
        }
    }

    /// <summary>Puts the pieces of lines together.</summary>
    public static async IAsyncEnumerable<LogPiece> JoinAsync(IAsyncEnumerable<LogPiece> pieces)
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
