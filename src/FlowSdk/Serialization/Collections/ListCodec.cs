using System.Runtime.InteropServices;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of lists.</summary>
internal sealed class ListCodec<T>(Codec<T> element) : Codec<List<T>?>
{
    public override void Write(ref MessagePackWriter writer, List<T>? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ExactType.Check(value);
        writer.Enter(value);
        writer.WriteArrayHeader(value.Count);
        foreach (var item in CollectionsMarshal.AsSpan(value))
        {
            element.Write(ref writer, item);
        }

        writer.Leave();
    }

    public override List<T>? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        reader.Enter();
        var count = reader.ReadArrayHeader();
        var list = new List<T>(reader.Capacity<T>(count));
        for (var i = 0; i < count; i++)
        {
            list.Add(element.Read(ref reader));
        }

        reader.Leave();
        return list;
    }
}
