using System.Text;

namespace FlowSdk.CommandLine;

/// <summary>Where a command writes to, and what can be shown there.</summary>
internal sealed class ProgramConsole(TextWriter output, TextWriter error)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What was asked for.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Prose about it, and errors.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches standard output.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Reads what a person answers to a question; null when nobody is there to be asked.</summary>
    public Func<string?>? ReadAnswer { get; init; }

    /// <summary>Whether colors may be used.</summary>
    public bool HasColor { get; set; }

    /// <summary>How many characters go on a line.</summary>
    public int Width { get; init; } = 120;

    /// <summary>The console of the process. The streams are opened past <see cref="Console"/>, which would set up the terminal first.</summary>
    public static ProgramConsole OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(Open(descriptor: 1), Open(descriptor: 2))
        {
            IsTerminal = isTerminal,
            ReadAnswer = isTerminal && !Console.IsInputRedirected ? Console.ReadLine : null,
            Width = isTerminal ? Math.Max(40, Console.WindowWidth) : 120,
            HasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    public void Flush()
    {
        Out.Flush();
        Error.Flush();
    }

    private static StreamWriter Open(int descriptor) => new(new StandardStream(descriptor), _utf8, bufferSize: 16 * 1024) { NewLine = "\n" };
}
