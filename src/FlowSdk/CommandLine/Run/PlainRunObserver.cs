using FlowSdk.Metadata;

namespace FlowSdk.CommandLine;

/// <summary>Writes a run as plain lines: what steps write to the streams that they wrote to, and the run's own news to standard error.</summary>
internal sealed class PlainRunObserver(RunProgress progress, string store, LineWriter writer, bool isQuiet, bool outputToError, bool color)
    : RunObserver(progress, store)
{
    protected override void Say(RunNews kind, string text)
    {
        if (kind != RunNews.Progress || !isQuiet)
        {
            writer.WriteLine(true, kind switch
            {
                RunNews.Failure => AnsiText.Red(text, color),
                RunNews.Warning => AnsiText.Yellow(text, color),
                _ => text,
            });
        }
    }

    protected override void Write(OutputStream stream, string prefix, string line) =>
        writer.WriteLine(outputToError || stream == OutputStream.Stderr, prefix, line);
}
