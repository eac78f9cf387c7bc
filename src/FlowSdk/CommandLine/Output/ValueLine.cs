using System.Buffers;
using System.Text.Json;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>
/// A value that stands on one line of an indented document. Its beginning is written by the document's writer, which so knows of it, and the rest past it: a value of
/// any size needs little memory.
/// </summary>
internal sealed class ValueLine : IBufferWriter<byte>
{
    private readonly Utf8JsonWriter _document;
    private readonly IBufferWriter<byte> _output;
    private byte[] _buffer = new byte[JsonLongValues.PieceLength];
    private bool _isBegun;

    private ValueLine(Utf8JsonWriter document, IBufferWriter<byte> output) => (_document, _output) = (document, output);

    /// <summary>Writes a value as JSON, whatever its type.</summary>
    /// <param name="document">The document, where a value comes next.</param>
    /// <param name="output">What it is written to.</param>
    /// <param name="value">The encoded value.</param>
    public static void Write(Utf8JsonWriter document, IBufferWriter<byte> output, ReadOnlySequence<byte> value)
    {
        using var json = new Utf8JsonWriter(new ValueLine(document, output), JsonValueWriter.Options(indented: false));
        JsonTranscoder.Write(value, json);
    }

    public void Advance(int count)
    {
        if (_isBegun)
        {
            _output.Write(_buffer.AsSpan(0, count));
        }
        else if (count > 0)
        {
            _document.WriteRawValue(_buffer.AsSpan(0, count), skipInputValidation: true);
            _document.Flush();
            _isBegun = true;
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _buffer.Length)
        {
            _buffer = new byte[sizeHint];
        }

        return _buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
