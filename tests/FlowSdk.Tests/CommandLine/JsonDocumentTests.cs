using System.Text.Json;
using FlowSdk.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Serialization;
using FlowSdk.Tests.Serialization;

namespace FlowSdk.Tests.CommandLine;

public sealed class JsonDocumentTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_document_is_indented_and_each_value_in_it_on_one_line_however_long_it_is()
    {
        var text = new string('é', 100_000);
        JsonDocumentWriter.Write(_output, (json, output) =>
        {
            json.WriteStartObject();
            json.WritePropertyName("short");
            ValueLine.Write(json, output, new(RoundTrip.Encode(StandardCodecs.Dictionary<string, int>(), new() { ["a"] = 1, ["b"] = 2 })));
            json.WritePropertyName("long");
            ValueLine.Write(json, output, new(RoundTrip.Encode(StandardCodecs.List<string>(), [text, "東"])));
            json.WriteNumber("last", 3);
            json.WriteEndObject();
        });

        _output.ToString().ShouldBe(
            $$"""
            {
              "short": {"a":1,"b":2},
              "long": ["{{text}}","東"],
              "last": 3
            }

            """);
    }

    [Fact]
    public void A_large_document_is_written_as_it_is_made()
    {
        var heldBack = 0;
        JsonDocumentWriter.Write(_output, json =>
        {
            json.WriteStartArray();
            for (var i = 1; i <= 1000; i++)
            {
                json.WriteStringValue(new string('x', 10_000));
                heldBack = Math.Max(heldBack, (i * 10_000) - _output.GetStringBuilder().Length);
            }

            json.WriteEndArray();
        });

        heldBack.ShouldBeInRange(500_000, 1_200_000);
        using var document = JsonDocument.Parse(_output.ToString());
        document.RootElement.GetArrayLength().ShouldBe(1000);
    }

    [Fact]
    public void Of_a_small_document_that_fails_nothing_is_written()
    {
        Should.Throw<FlowException>(() => JsonDocumentWriter.Write(_output, (json, output) =>
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
            ValueLine.Write(json, output, new([0x92, 0x01]));
        }));

        _output.ToString().ShouldBe("");
    }
}
