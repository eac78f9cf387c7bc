using System.Text;

namespace FlowSdk.Runtime.Inline;

/// <summary>A writer that hands everything to the writer of the async context, or to a fallback where there is none.</summary>
internal sealed class RoutedWriter(TextWriter fallback, Func<TaskConsole, TextWriter> choose) : TextWriter
{
    public TextWriter Fallback { get; } = fallback;

    public override Encoding Encoding => Fallback.Encoding;

    private TextWriter Target => ConsoleRouting.OfThisContext() is { } console ? choose(console) : Fallback;

    public override void Write(char value) => Target.Write(value);

    public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Target.Write(buffer);

    public override void Write(string? value) => Target.Write(value);

    public override void WriteLine() => Target.WriteLine();

    public override void WriteLine(string? value) => Target.WriteLine(value);

    public override void Flush() => Target.Flush();
}
