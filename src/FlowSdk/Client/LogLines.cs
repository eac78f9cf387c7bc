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
        var open = new Dictionary<(long TaskId, int Attempt, OutputStream Stream), (LogPiece Last, StringBuilder Text)>();
        await foreach (var piece in contents.Reader.Log.ReadAsync(filter.Step, filter.TaskId, filter.Attempt, filter.Stream, cancellation))
        {
            var key = (piece.TaskId, piece.Attempt, piece.Stream);
            if (piece.IsPartial)
            {
                var text = open.TryGetValue(key, out var begun) ? begun.Text : new StringBuilder();
                open[key] = (piece, text.Append(piece.Text));
            }
            else if (open.Count > 0 && open.Remove(key, out var begun))
            {
                yield return Line(contents, piece, begun.Text.Append(piece.Text).ToString());
            }
            else
            {
                yield return Line(contents, piece, piece.Text);
            }
        }

        // Lines that were never ended.
        foreach (var (last, text) in open.Values.OrderBy(static rest => rest.Last.Time))
        {
            yield return Line(contents, last, text.ToString());
        }
    }

    private static LogLine Line(RunContents contents, LogPiece piece, string text) => new(
        piece.Time, piece.Stream, text, contents.StepName(piece.Step), piece.TaskId.ToString(CultureInfo.InvariantCulture), piece.Attempt);
}
