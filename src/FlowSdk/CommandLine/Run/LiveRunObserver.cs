using FlowSdk.Metadata;
using Spectre.Console;

namespace FlowSdk.CommandLine;

/// <summary>Keeps what is to be shown above the table until the terminal takes it. A step that writes faster than that waits.</summary>
internal sealed class LiveRunObserver(RunProgress progress, string store) : RunObserver(progress, store), IDisposable
{
    private const int MaxWaiting = 2000;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _room = new(MaxWaiting);
    private readonly SemaphoreSlim _isHalfFull = new(0, 1);
    private List<(string Prefix, string Line, string Style)> _waiting = [];

    protected override bool NamesRunInLines => false;

    /// <summary>Waits for a while, or until there is much to show.</summary>
    public Task WaitAsync(TimeSpan atMost) => _isHalfFull.WaitAsync(atMost);

    public void WriteLines(IAnsiConsole console)
    {
        List<(string Prefix, string Line, string Style)> lines;
        lock (_gate)
        {
            (lines, _waiting) = (_waiting, []);
        }

        if (lines.Count > 0)
        {
            console.Write(new ScrolledLines(new Paragraph().AppendLines(lines)));
            _room.Release(lines.Count);
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _isHalfFull.Dispose();
    }

    protected override void Say(RunNews kind, string text) => Add("", text, kind switch
    {
        RunNews.Failure => "red",
        RunNews.Warning => "yellow",
        _ => "default",
    });

    protected override void Write(OutputStream stream, string prefix, string line) =>
        Add(prefix, line, stream == OutputStream.Stderr ? "yellow" : "default");

    private void Add(string prefix, string line, string style)
    {
        _room.Wait();
        lock (_gate)
        {
            _waiting.Add((prefix, TerminalText.Clean(line), style));
            if (_waiting.Count == MaxWaiting / 2)
            {
                _isHalfFull.Release();
            }
        }
    }
}
