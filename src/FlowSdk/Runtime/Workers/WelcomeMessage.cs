using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Runtime.Workers;

/// <summary>What a worker must know of the run before its first task.</summary>
/// <param name="Run">The run.</param>
/// <param name="StoreLocation">Where its artifacts and its journal are.</param>
/// <param name="Gpus">The GPUs of this worker.</param>
/// <param name="BegunFile">The file in which it marks that a step has begun.</param>
/// <param name="OutputSecret">What its marks in its output contain.</param>
internal sealed record WelcomeMessage(
    RunDescription Run, string StoreLocation, IReadOnlyList<string> Gpus, string BegunFile, string OutputSecret)
{
    public ReadOnlyMemory<byte> Write(PackBuffer buffer)
    {
        MessageFrame.Begin(buffer, MessageType.Welcome, 10);
        buffer.WriteString(Run.FlowName);
        buffer.WriteString(Run.RunId);
        buffer.WriteString(Run.OriginRunId);
        buffer.WriteString(Run.UserName);
        WriteStrings(buffer, Run.Tags);
        buffer.WriteString(StoreLocation);
        WriteStrings(buffer, Gpus);
        buffer.WriteString(BegunFile);
        buffer.WriteString(OutputSecret);
        buffer.WriteArrayHeader(Run.Parameters.Count * 2);
        foreach (var parameter in Run.Parameters)
        {
            buffer.WriteString(parameter.Name);
            ReferenceEncoding.Write(buffer, parameter.Value, declaredType: null);
        }

        return MessageFrame.End(buffer);
    }

    public static WelcomeMessage Read(ref PackReader reader)
    {
        var (flow, run, origin, user) = (reader.ReadString(), reader.ReadString(), reader.ReadOptionalString(), reader.ReadString());
        var tags = ReadStrings(ref reader);
        var store = reader.ReadString();
        var gpus = ReadStrings(ref reader);
        var (begunFile, secret) = (reader.ReadString(), reader.ReadString());
        var parameters = new RecordedParameter[reader.ReadArrayHeader() / 2];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new(
                reader.ReadString(), ReferenceEncoding.Read(ref reader, declaredType: null) ?? throw new InvalidDataException("a parameter has no value"));
        }

        var description = new RunDescription
        {
            FlowName = flow,
            RunId = run,
            OriginRunId = origin,
            UserName = user,
            Tags = tags,
            Parameters = parameters,
        };
        return new(description, store, gpus, begunFile, secret);
    }

    private static void WriteStrings(PackBuffer buffer, IReadOnlyList<string> strings)
    {
        buffer.WriteArrayHeader(strings.Count);
        foreach (var text in strings)
        {
            buffer.WriteString(text);
        }
    }

    private static string[] ReadStrings(ref PackReader reader)
    {
        var strings = new string[reader.ReadArrayHeader()];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }
}
