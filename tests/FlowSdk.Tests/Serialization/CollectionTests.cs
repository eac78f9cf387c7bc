using System.Collections;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

public sealed class CollectionTests
{
    [Fact]
    public void Numbers_are_stored_as_they_are_in_memory()
    {
        RoundTrip.Hex(StandardCodecs.RawArray<byte>(), [1, 2]).ShouldBe("c4020102");
        RoundTrip.Hex(StandardCodecs.RawArray<sbyte>(), [-1]).ShouldBe("d401ff");
        RoundTrip.Hex(StandardCodecs.RawArray<int>(), [1, -1]).ShouldBe("d70301000000ffffffff");
        RoundTrip.Hex(StandardCodecs.RawArray<float>(), [1.5f]).ShouldBe("d60a0000c03f");
        RoundTrip.Hex(StandardCodecs.RawArray<double>(), []).ShouldBe("c7000b");
        RoundTrip.Hex(StandardCodecs.RawArray<bool>(), [true, false]).ShouldBe("d5100100");
        RoundTrip.Hex(StandardCodecs.RawArray<char>(), ['a']).ShouldBe("d50e6100");
        RoundTrip.Hex(StandardCodecs.RawList<short>(), [1]).ShouldBe("d5020100");
        RoundTrip.Hex(StandardCodecs.RawMemory<byte>(), new byte[] { 9 }).ShouldBe("c40109");
        RoundTrip.Hex(StandardCodecs.RawImmutableArray<int>(), default).ShouldBe("c0");
        RoundTrip.Hex(StandardCodecs.RawMultiDimensional<int[,], int>(2, static n => new int[n[0], n[1]]), new[,] { { 1, 2 } }).ShouldBe("92920102d7030100000002000000");
    }

    [Fact]
    public void Numbers_that_another_program_wrote_one_by_one_are_read_too() =>
        RoundTrip.Decode(StandardCodecs.RawArray<double>(), Convert.FromHexString("9301cb3ff800000000000002")).ShouldBe([1, 1.5, 2]);

    [Fact]
    public void Large_arrays_are_not_copied()
    {
        var values = new float[1_000_000];
        values[999_999] = 7;
        using var encoded = ArtifactSerializer.Encode(StandardCodecs.RawArray<float>(), values, null);

        var before = encoded.Bytes.Slice(encoded.Bytes.Length - 4).FirstSpan[3];
        values[999_999] = -7;
        encoded.Bytes.Slice(encoded.Bytes.Length - 4).FirstSpan[3].ShouldNotBe(before);
        encoded.Bytes.Length.ShouldBe(4_000_006);
        ArtifactSerializer.Decode(StandardCodecs.RawArray<float>(), encoded.Bytes, null)!.ShouldBe(values);
    }

    [Fact]
    public void Order_is_kept()
    {
        RoundTrip.Hex(StandardCodecs.Stack<int>(), new Stack<int>([1, 2, 3])).ShouldBe("93030201");
        RoundTrip.Value(StandardCodecs.Stack<int>(), new Stack<int>([1, 2, 3]))!.Pop().ShouldBe(3);
        RoundTrip.Value(StandardCodecs.ImmutableStack<int>(), [1, 2])!.Peek().ShouldBe(2);
        RoundTrip.Value(StandardCodecs.Queue<int>(), new Queue<int>([1, 2]))!.Dequeue().ShouldBe(1);
        RoundTrip.Value(StandardCodecs.LinkedList<int>(), new LinkedList<int>([1, 2]))!.First!.Value.ShouldBe(1);
        var dictionary = new Dictionary<string, int> { ["z"] = 1, ["a"] = 2, ["m"] = 3 };
        dictionary.Remove("a");
        dictionary["b"] = 4;
        RoundTrip.Value(StandardCodecs.Dictionary<string, int>(), dictionary)!.Keys.ShouldBe(["z", "b", "m"]);
    }

    [Fact]
    public void Standard_comparers_are_recorded()
    {
        RoundTrip.Hex(StandardCodecs.Dictionary<string, int>(), new(StringComparer.OrdinalIgnoreCase) { ["A"] = 1 }).ShouldBe("92b14f7264696e616c49676e6f72654361736581a14101");
        RoundTrip.Value(StandardCodecs.Dictionary<string, int>(), new(StringComparer.OrdinalIgnoreCase) { ["A"] = 1 })!["a"].ShouldBe(1);
        RoundTrip.Hex(StandardCodecs.HashSet<string>(), new(["A"], StringComparer.Ordinal)).ShouldBe("81a74f7264696e616c91a141");
        RoundTrip.Value(StandardCodecs.SortedDictionary<string, int>(), new(StringComparer.Ordinal) { ["a"] = 1, ["B"] = 2 })!.Keys.ShouldBe(["B", "a"]);
        RoundTrip.Value(StandardCodecs.ReadOnlySetInterface<string>(), new HashSet<string>(StringComparer.InvariantCultureIgnoreCase) { "A" })!.Contains("a").ShouldBeTrue();
    }

    [Fact]
    public void Other_comparers_are_refused()
    {
        var backwards = new SortedSet<int>(Comparer<int>.Create(static (a, b) => b.CompareTo(a)));
        Should.Throw<FlowException>(() => RoundTrip.Encode(StandardCodecs.SortedSet<int>(), backwards)).Id.ShouldBe("FLOW1106");
    }

    [Fact]
    public void Collections_ordered_by_hash_codes_have_the_same_bytes_in_every_process() =>
        RoundTrip.Hex(StandardCodecs.ImmutableDictionary<string, int>(), ImmutableDictionary<string, int>.Empty.Add("c", 3).Add("a", 1).Add("b", 2))
            .ShouldBe("83a16101a16202a16303");

    [Fact]
    public void A_derived_collection_is_refused() =>
        Should.Throw<FlowException>(() => RoundTrip.Encode(StandardCodecs.List<string>(), new Derived())).Message.ShouldContain("Derived");

    [Fact]
    public void Interfaces_come_back_as_what_they_are_documented_to_be()
    {
        RoundTrip.Value(StandardCodecs.Enumerable<string>(), new List<string> { "a" }).ShouldBeOfType<string[]>();
        RoundTrip.Value(StandardCodecs.RawListInterface<int>(), [1, 2]).ShouldBeOfType<List<int>>().ShouldBe([1, 2]);
        RoundTrip.Value(StandardCodecs.DictionaryInterface<string, int>(), new SortedDictionary<string, int>()).ShouldBeOfType<Dictionary<string, int>>();
        RoundTrip.Value(StandardCodecs.ReadOnlyCollection<string>(), new ReadOnlyCollection<string>(["a"])).ShouldBe(["a"]);
    }

    [Fact]
    public void Bits() => RoundTrip.Hex(StandardCodecs.BitArray(), new BitArray([true, false, true])).ShouldBe("9203c40105");

    [Fact]
    public void A_key_that_comes_twice_is_damage() =>
        Should.Throw<FlowException>(() => RoundTrip.Decode(StandardCodecs.Dictionary<string, int>(), Convert.FromHexString("82a16101a16102")))
            .Message.ShouldContain("holds a key twice");

    private sealed class Derived : List<string>;
}
