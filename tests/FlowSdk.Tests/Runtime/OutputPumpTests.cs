using System.IO.Pipes;
using System.Text;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;
using FlowSdk.Runtime.Workers;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

public sealed class OutputPumpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingObserver _observer = new();
    private readonly OutputMark _mark = new("secret");
    private readonly List<long> _marks = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_arrive_one_by_one_and_the_last_needs_no_end()
    {
        await PumpAsync("one\ntwo\r\n\n日本\nlast"u8.ToArray());

        _observer.Lines.ShouldBe(["1.0 Stdout: one", "1.0 Stdout: two", "1.0 Stdout: ", "1.0 Stdout: 日本", "1.0 Stdout: last"]);
    }

    [Fact]
    public async Task A_mark_ends_the_output_of_a_task_in_the_middle_of_a_line()
    {
        await PumpAsync([.. "one\npart"u8, .. Mark(1), .. "next"u8, .. Mark(2)]);

        _observer.Lines.ShouldBe(["1.0 Stdout: one", "1.0 Stdout: part", "1.0 Stdout: next"]);
        _marks.ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task Every_cut_of_the_stream_gives_the_same_lines()
    {
        byte[] all = [.. "one\n\u001eno mark\npart"u8, .. Mark(12), .. "end\n"u8];
        for (var cut = 1; cut < all.Length; cut++)
        {
            _observer.Lines.Clear();
            _marks.Clear();

            await PumpAsync(all[..cut], all[cut..]);

            _observer.Lines.ShouldBe(["1.0 Stdout: one", "1.0 Stdout: \u001eno mark", "1.0 Stdout: part", "1.0 Stdout: end"]);
            _marks.ShouldBe([12L]);
        }
    }

    [Fact]
    public async Task A_mark_without_the_secret_is_output_like_any_other()
    {
        await PumpAsync([.. "\u001eflowsdk guessed 1\n"u8]);

        _observer.Lines.ShouldBe(["1.0 Stdout: \u001eflowsdk guessed 1"]);
        _marks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_without_end_is_cut_into_pieces_of_whole_characters()
    {
        var text = string.Concat(Enumerable.Repeat("日", 100_000));

        await PumpAsync(Encoding.UTF8.GetBytes(text));

        _observer.Lines.Count.ShouldBe(5);
        string.Concat(_observer.Lines.Select(l => l["1.0 Stdout: ".Length..])).ShouldBe(text);
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_526)]
    [InlineData(65_500)]
    public async Task A_mark_is_found_behind_text_of_any_length(int length)
    {
        var text = new string('x', length);

        await PumpAsync([.. Encoding.UTF8.GetBytes(text), .. Mark(1)]);

        (string.Concat(_observer.Lines.Select(l => l["1.0 Stdout: ".Length..])) == text).ShouldBeTrue();
        _marks.ShouldBe([1L]);
    }

    private byte[] Mark(long sequence)
    {
        var bytes = new byte[OutputMark.MaxLength];
        return bytes[.._mark.Write(bytes, sequence)];
    }

    private async Task PumpAsync(params byte[][] parts)
    {
        await using var store = new LocalObjectStore(_folder.Path, TimeProvider.System);
        using var writer = new LogWriter(store, new("Flow", "run"));
        await using var output = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var input = new AnonymousPipeClientStream(PipeDirection.In, output.ClientSafePipeHandle);
        var pump = new OutputPump(input, OutputStream.Stdout, _mark, new TaskLog(writer, _observer), TimeProvider.System, _marks.Add);
        pump.Attribute(new RunningAttempt(new TaskStart { TaskId = 1, Key = default, Attempt = 0, Frame = null, Parent = null }));
        pump.Begin();
        foreach (var part in parts)
        {
            await output.WriteAsync(part, TestContext.Current.CancellationToken);
        }

        output.Dispose();
        await pump.Completion;
    }
}
