using System.Text;

namespace FlowSdk.Generators.Emit;

/// <summary>Writes indented lines of C#, each ended by a line feed whatever the system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes several lines, as they are, at the present depth.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }

        return this;
    }

    /// <summary>Writes what is between braces.</summary>
    /// <param name="head">What stands before the opening brace, on a line of its own.</param>
    /// <param name="body">Writes what is between.</param>
    /// <param name="tail">What follows the closing brace on its line.</param>
    public CodeWriter Block(string head, Action body, string tail = "") => Nest(head, "{", body, "}" + tail);

    /// <summary>Writes the elements of a collection expression.</summary>
    public CodeWriter List(string head, Action body, string tail = "") => Nest(head, "[", body, "]" + tail);

    public override string ToString() => _text.ToString();

    private CodeWriter Nest(string head, string open, Action body, string close)
    {
        Line(head).Line(open);
        _depth++;
        body();
        _depth--;
        return Line(close);
    }
}
