using FlowSdk.Runtime.Execution;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Tests.Runtime;

public sealed class ItemEncoderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _artifacts;

    public ItemEncoderTests() => _artifacts = new(new LocalObjectStore(_folder.Path, TimeProvider.System));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_few_items_are_one_chunk_of_one_array()
    {
        var encoder = Encode([1, 300, -1]);

        var chunk = encoder.Chunks.ShouldHaveSingleItem();
        (chunk.First, chunk.Count, encoder.Count).ShouldBe((0, 3, 3));
        chunk.Content.TypeName.ShouldBe("System.Int32");
        chunk.Content.Inline.ToArray().ShouldBe([0x93, 0xC4, 1, 1, 0xC4, 3, 0xCD, 1, 44, 0xC4, 1, 0xFF]);
    }

    [Fact]
    public void No_items_are_no_chunks() => Encode<int>([]).Chunks.ShouldBeEmpty();

    [Fact]
    public void Many_items_are_several_chunks_and_each_item_is_found_in_its_own()
    {
        var encoder = Encode(Enumerable.Range(0, 40_000));

        encoder.Chunks.Select(c => (c.First, c.Count)).ShouldBe([(0, 13184), (13184, 13107), (26291, 13107), (39398, 602)]);
        var last = new ItemChunkContent(encoder.Chunks[3], _artifacts.Get(encoder.Chunks[3].Content));
        ArtifactSerializer.Decode(FlowSdk.Generated.Codecs<int>.Instance, last[39_999], null).ShouldBe(39_999);
        ArtifactSerializer.Decode(FlowSdk.Generated.Codecs<int>.Instance, last[39_398], null).ShouldBe(39_398);
    }

    [Fact]
    public void A_large_item_is_a_chunk_of_its_own()
    {
        var encoder = Encode(["a", new string('b', 100_000), "c"]);

        encoder.Chunks.Select(c => (c.First, c.Count)).ShouldBe([(0, 1), (1, 1), (2, 1)]);
        var large = new ItemChunkContent(encoder.Chunks[1], _artifacts.Get(encoder.Chunks[1].Content));
        ArtifactSerializer.Decode(FlowSdk.Generated.Codecs<string>.Instance, large[1], null).ShouldBe(new string('b', 100_000));
    }

    [Fact]
    public void Items_are_enumerated_once()
    {
        var begun = 0;

        Encode(Items());

        begun.ShouldBe(1);

        IEnumerable<int> Items()
        {
            begun++;
            yield return 1;
        }
    }

    [Fact]
    public void Damaged_chunks_are_an_error_that_says_so()
    {
        var chunk = Encode([1, 2, 3]).Chunks[0];
        var bytes = chunk.Content.Inline.ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes.AsMemory(0, length);

            Should.Throw<FlowException>(() => new ItemChunkContent(chunk, new(cut))).Id.ShouldBe("FLOW1101");
        }
    }

    private ItemEncoder Encode<T>(IEnumerable<T> items)
    {
        var encoder = new ItemEncoder(_artifacts, CancellationToken.None);
        encoder.Visit(items);
        return encoder;
    }
}
