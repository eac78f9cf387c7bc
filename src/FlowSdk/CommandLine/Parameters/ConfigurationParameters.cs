using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using Microsoft.Extensions.Configuration;

namespace FlowSdk.CommandLine;

/// <summary>Values from the section <c>Parameters</c> of the host's configuration, by the parameter's option or property name.</summary>
internal sealed class ConfigurationParameters(IConfiguration configuration) : IParameterSource
{
    private readonly IConfigurationSection _section = configuration.GetSection("Parameters");

    public GivenValue? Find(ParameterDefinition parameter, bool takesJson)
    {
        var entry = _section.GetSection(parameter.Name);
        if (!entry.Exists())
        {
            entry = _section.GetSection(parameter.Option);
        }

        return entry.Exists() ? new GivenValue(TextOf(entry), $"the setting {entry.Path}") : null;
    }

    // Lists and objects are spread over several keys; they are put together again as JSON, which all such parameters take.
    private static string? TextOf(IConfigurationSection entry)
    {
        if (!entry.GetChildren().Any())
        {
            return entry.Value;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, entry);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, IConfigurationSection entry)
    {
        var children = entry.GetChildren().ToArray();
        if (children.Length == 0)
        {
            WriteValue(writer, entry.Value);
        }
        else if (children.All(c => int.TryParse(c.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            writer.WriteStartArray();
            foreach (var child in children.OrderBy(c => int.Parse(c.Key, CultureInfo.InvariantCulture)))
            {
                Write(writer, child);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteStartObject();
            foreach (var child in children)
            {
                writer.WritePropertyName(child.Key);
                Write(writer, child);
            }

            writer.WriteEndObject();
        }
    }

    // Configuration knows text only; what reads as a number or truth value was one, or is read from text anyway.
    private static void WriteValue(Utf8JsonWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if (bool.TryParse(value, out var truth))
        {
            writer.WriteBooleanValue(truth);
        }
        else if (decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
