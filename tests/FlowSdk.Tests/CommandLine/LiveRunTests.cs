using FlowSdk.CommandLine;
using FlowSdk.Metadata;
using Spectre.Console;

namespace FlowSdk.Tests.CommandLine;

public sealed class LiveRunTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly LiveRunObserver _observer = new(new(SampleGraphs.Train, new StoppedClock()), "/data/.flowsdk");

    public void Dispose()
    {
        _output.Dispose();
        _observer.Dispose();
    }

    [Fact]
    public void The_table_counts_what_is_done_running_and_failed()
    {
        _observer.OnRunStarted("r1");
        _observer.OnTasksDue(0, 1);
        _observer.OnAttemptStarted(0, 1, 0);
        _observer.OnTaskSucceeded(0, 1, 0);
        _observer.OnTasksDue(1, 4);
        _observer.OnAttemptStarted(1, 2, 0);
        _observer.OnAttemptStarted(1, 3, 0);
        _observer.OnTaskSucceeded(1, 2, 0);
        _observer.OnAttemptStarted(1, 4, 0);
        _observer.OnAttemptFailed(1, new(4, default, 0, new(FailureKind.Exit, "", "The process exited with code 7.", ""), true, null, null));
        Console().Write(new LiveRunTable(_observer).Render());
        Lines().ShouldBe(
        [
            "TrainFlow r1 · 0.00 s",
            "Step                         Done Running Failed   Time",
            "Start   ████████████████████  1/1                0.00 s",
            "Fit     █████▒▒▒▒▒··········  1/4       1      1 0.00 s",
            "Choose  ····················",
            "Publish ····················",
            "Discard ····················",
            "End     ····················",
        ]);
    }

    [Fact]
    public void What_steps_write_scrolls_above_without_what_would_move_the_cursor()
    {
        _observer.OnRunStarted("r1");
        _observer.OnOutput(0, 1, 0, OutputStream.Stdout, default, "10 %\r50 %\r100 %");
        _observer.OnOutput(0, 1, 0, OutputStream.Stderr, default, "\e[31mred\e[0m\ttab [bold]日本語");
        _observer.WriteLines(Console());
        Lines().ShouldBe(
        [
            "Run r1 of TrainFlow, kept in /data/.flowsdk",
            "[Start/1] 100 %",
            "[Start/1] red    tab [bold]日本語",
        ]);
    }

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 100;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private string[] Lines() => [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())];
}
