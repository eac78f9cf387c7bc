using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>The codec of arrays of several dimensions: an array of their lengths, and of the elements, the last index the fastest.</summary>
/// <param name="rank">The number of dimensions.</param>
/// <param name="elements">The codec of the elements in a row.</param>
/// <param name="create">Makes an array of given lengths.</param>
internal sealed class MultiDimensionalCodec<TArray, T>(int rank, Codec<T[]> elements, Func<int[], TArray> create) : Codec<TArray?>
    where TArray : class
{
    public override void Write(ref MessagePackWriter writer, TArray? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var array = (Array)(object)value;
        writer.Enter(value);
        writer.WriteArrayHeader(2);
        writer.WriteArrayHeader(rank);
        for (var dimension = 0; dimension < rank; dimension++)
        {
            if (array.GetLowerBound(dimension) != 0)
            {
                throw new EncodingException(FlowErrors.ArtifactNotPersistable, "an array's indices do not begin at 0. Copy it to an ordinary array");
            }

            writer.WriteInt64(array.GetLength(dimension));
        }

        elements.Write(ref writer, ElementsOf(array).ToArray());
        writer.Leave();
    }

    public override TArray? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        if (reader.IsLenient)
        {
            return ReadNested(ref reader);
        }

        reader.Enter();
        reader.ReadTupleHeader(2);
        var start = reader.Position;
        reader.ReadTupleHeader(rank);
        var lengths = new int[rank];
        var total = 1L;
        for (var dimension = 0; dimension < rank; dimension++)
        {
            lengths[dimension] = reader.ReadInt32();
            total = lengths[dimension] >= 0 && total <= int.MaxValue ? total * lengths[dimension] : -1;
        }

        var items = elements.Read(ref reader);
        if (items is null || items.Length != total)
        {
            throw DecodingException.Damaged($"{items?.Length ?? 0:N0} elements do not fill an array of [{string.Join(", ", lengths)}]", start);
        }

        var array = create(lengths);
        items.CopyTo(ElementsOf((Array)(object)array));
        reader.Leave();
        return array;
    }

    // People write an array of arrays, [[1, 2], [3, 4]]; two lengths and their elements could not be told from one.
    private TArray ReadNested(ref MessagePackReader reader)
    {
        var lengths = new int[rank];
        lengths.AsSpan().Fill(-1);
        var items = new List<T>();
        ReadDimension(ref reader, 0, lengths, items);
        lengths.AsSpan().Replace(-1, 0);
        var array = create(lengths);
        CollectionsMarshal.AsSpan(items).CopyTo(ElementsOf((Array)(object)array));
        return array;
    }

    private void ReadDimension(ref MessagePackReader reader, int dimension, int[] lengths, List<T> items)
    {
        var start = reader.Position;
        int count;
        if (dimension == rank - 1)
        {
            var row = elements.Read(ref reader) ?? throw DecodingException.Mismatch("an array", "null", start);
            count = row.Length;
            items.AddRange(row);
        }
        else
        {
            reader.Enter();
            count = reader.ReadArrayHeader();
            for (var i = 0; i < count; i++)
            {
                ReadDimension(ref reader, dimension + 1, lengths, items);
            }

            reader.Leave();
        }

        if (lengths[dimension] >= 0 && lengths[dimension] != count)
        {
            throw DecodingException.Mismatch($"{lengths[dimension]:N0} elements, as in the arrays before", $"{count:N0}", start);
        }

        lengths[dimension] = count;
    }

    // Elements lie one after the other, whatever the rank.
    private static Span<T> ElementsOf(Array array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
}
