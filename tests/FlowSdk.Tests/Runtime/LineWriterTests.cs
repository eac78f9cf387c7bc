using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Inline;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

public sealed class LineWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingObserver _observer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_printed_in_pieces_becomes_lines()
    {
        await using (var writer = Create(OutputStream.Stderr))
        {
            writer.Write("one, ");
            writer.Write(2);
            writer.WriteLine();
            writer.WriteLine("three\r\nfour");
            writer.Write('5');
        }

        _observer.Lines.ShouldBe(["1.0 Stderr: one, 2", "1.0 Stderr: three", "1.0 Stderr: four", "1.0 Stderr: 5"]);
    }

    [Fact]
    public async Task A_line_without_end_is_cut_into_pieces()
    {
        await using (var writer = Create(OutputStream.Stdout))
        {
            writer.Write(new string('x', 40_000));
        }

        _observer.Lines.Select(l => l.Length - "1.0 Stdout: ".Length).ShouldBe([16384, 16384, 7232]);
    }

    private LineWriter Create(OutputStream stream)
    {
        var store = new LocalObjectStore(_folder.Path, TimeProvider.System);
        var log = new TaskLog(new LogWriter(store, new("Flow", "run")), _observer);
        var attempt = new RunningAttempt(new TaskStart { TaskId = 1, Key = default, Attempt = 0, Frame = null, Parent = null });
        return new LineWriter(log, attempt, stream, TimeProvider.System);
    }
}
