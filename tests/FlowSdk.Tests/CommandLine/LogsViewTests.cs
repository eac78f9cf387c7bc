using System.CommandLine.Parsing;
using FlowSdk.CommandLine;
using FlowSdk.Hosting;
using FlowSdk.Metadata;

namespace FlowSdk.Tests.CommandLine;

public sealed class LogsViewTests : IDisposable
{
    private const string First =
        """
        [
          {
            "step": "Start",
            "task": "1",
            "attempt": 0,
            "stream": "stdout",
            "time": "2026-11-21T08:00:00.000Z",
            "text": "one 👩"
          }
        """;

    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Who_follows_a_run_as_JSON_has_each_line_while_the_next_is_waited_for()
    {
        var written = new TaskCompletionSource();
        var shown = ShowAsync(follow: true, Lines(written.Task));
        _output.ToString().ShouldBe(First);

        written.SetResult();
        await shown;
        _output.ToString().ShouldBe($"{First},{First[1..].Replace("one 👩", "two", StringComparison.Ordinal)}\n]\n");
    }

    [Fact]
    public async Task Lines_as_JSON_that_cannot_be_read_to_their_end_are_no_half_document()
    {
        await Should.ThrowAsync<FlowException>(ShowAsync(follow: false, Lines(Task.FromException(new FlowException("FLOW1202", "damaged")))));
        _output.ToString().ShouldBe("");
    }

    [Fact]
    public async Task No_lines_are_an_empty_array()
    {
        await ShowAsync(follow: true, AsyncEnumerable.Empty<LogLine>());
        _output.ToString().ShouldBe("[]\n");
    }

    private static async IAsyncEnumerable<LogLine> Lines(Task second)
    {
        var time = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        yield return new(time, OutputStream.Stdout, "one 👩", "Start", "1", 0);
        await second;
        yield return new(time, OutputStream.Stdout, "two", "Start", "1", 0);
    }

    private async Task ShowAsync(bool follow, IAsyncEnumerable<LogLine> lines)
    {
        var globals = new GlobalOptions();
        string[] words = ["logs", "r1", "--json"];
        var tree = new FlowCommands().Build(SampleGraphs.Train, globals, words[0]);
        await using var host = new FlowHost();
        var context = new CommandContext
        {
            Definition = SampleGraphs.Train,
            Host = host,
            Console = new ProgramConsole(_output, TextWriter.Null),
            Parsed = CommandLineParser.Parse(tree, words),
            Globals = globals,
            Arguments = words,
            Program = "train",
            Time = new StoppedClock(),
        };
        await new LogsView(context, new(new("TrainFlow", "r1"), null, null), timestamps: false, follow).WriteJsonAsync(lines);
    }
}
