using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Storage;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _artifacts;

    public ArtifactStoreTests() => _artifacts = new(new LocalObjectStore(_folder.Path, TimeProvider.System));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(2048)]
    public void Small_values_travel_in_the_reference(int length)
    {
        var bytes = Noise(length);
        var reference = _artifacts.Save("byte[]", Value(bytes));
        reference.IsInline.ShouldBeTrue();
        _artifacts.Get(reference).ToArray().ShouldBe(bytes);
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_larger_value_is_kept_under_the_hash_of_its_bytes()
    {
        var bytes = Noise(5000);
        var reference = _artifacts.Save("byte[]", Value(bytes));
        reference.Hash.ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        _artifacts.Get(reference).ToArray().ShouldBe(bytes);
        FileOf(reference).Length.ShouldBe(5032);
    }

    [Fact]
    public void Text_is_compressed_and_noise_is_not()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"line {i} of the text\n")));
        var reference = _artifacts.Save("string", Value(text));
        FileOf(reference).Length.ShouldBeLessThan(text.Length / 3);
        _artifacts.Get(reference).ToArray().ShouldBe(text);

        var random = new Random(1);
        var floats = MemoryBytes([.. Enumerable.Range(0, 100_000).Select(_ => random.NextSingle())]);
        FileOf(_artifacts.Save("float[]", Value(floats))).Length.ShouldBe(400_032);
    }

    [Fact]
    public void Pieces_are_hashed_and_stored_as_one()
    {
        var bytes = Noise(10_000);
        var pieces = ByteSegment.Join([bytes.AsMemory(0, 1), bytes.AsMemory(1, 6000), bytes.AsMemory(6001)]);
        var reference = _artifacts.Save("byte[]", new EncodedValue(pieces, []));
        reference.SameContent(_artifacts.Describe("byte[]", Value(bytes))).ShouldBeTrue();
        _artifacts.Get(reference).ToArray().ShouldBe(bytes);
    }

    [Fact]
    public void What_is_there_already_gets_a_new_time_stamp()
    {
        var value = Value(Noise(5000));
        var file = FileOf(_artifacts.Save("byte[]", value));
        file.LastWriteTimeUtc = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        _artifacts.Save("byte[]", value);
        file.Refresh();
        file.LastWriteTimeUtc.Year.ShouldBeGreaterThan(2020);
    }

    [Fact]
    public void Describing_stores_nothing_and_storing_what_was_described_does()
    {
        var value = Value(Noise(5000));
        var reference = _artifacts.Describe("byte[]", value);
        Should.Throw<FlowException>(() => _artifacts.Get(reference)).Id.ShouldBe("FLOW1207");
        _artifacts.Store(reference, value);
        _artifacts.Get(reference).Length.ShouldBe(5000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(5031)]
    public void A_damaged_object_is_found(int position)
    {
        var reference = _artifacts.Save("byte[]", Value(Noise(5000)));
        var bytes = File.ReadAllBytes(FileOf(reference).FullName);
        bytes[position] ^= 1;
        File.WriteAllBytes(FileOf(reference).FullName, bytes);
        Should.Throw<FlowException>(() => _artifacts.Get(reference)).Id.ShouldBe("FLOW1208");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(64L * 1024 * 1024 * 1024)]
    public void A_header_with_an_impossible_length_is_damage(long length)
    {
        var root = Directory.CreateDirectory(_folder.Path + " files").FullName;
        for (var i = 0; i < 100; i++)
        {
            File.WriteAllBytes(Path.Combine(root, $"a name that is longer than most {i}"), []);
        }

        var manifest = _artifacts.Store(root);
        var path = Path.Combine(_folder.Path, LocalKeys.ToPath(ContentObject.KeyOf(manifest)));
        var bytes = File.ReadAllBytes(path);
        bytes[8].ShouldBe((byte)1);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), length);
        File.WriteAllBytes(path, bytes);
        Should.Throw<FlowException>(() => _artifacts.List(manifest)).Id.ShouldBe("FLOW1208");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(1000)]
    public void An_object_that_was_cut_short_is_written_again(int length)
    {
        var value = Value(Noise(5000));
        var reference = _artifacts.Save("byte[]", value);
        using (var file = FileOf(reference).OpenWrite())
        {
            file.SetLength(length);
        }

        Should.Throw<FlowException>(() => _artifacts.Get(reference)).Id.ShouldBe("FLOW1208");
        _artifacts.Store(reference, value);
        _artifacts.Get(reference).Length.ShouldBe(5000);
    }

    [Fact]
    public void A_value_over_64_MiB_is_kept_in_chunks_under_the_hash_of_their_manifest()
    {
        var bytes = new byte[(64 << 20) + 100_000];
        new Random(1).NextBytes(bytes.AsSpan(64 << 20));
        var reference = _artifacts.Save("byte[]", Value(bytes));
        byte[] manifest = [.. "FLOWCHK1"u8, .. BitConverter.GetBytes((long)bytes.Length), .. SHA256.HashData(bytes.AsSpan(0, 64 << 20)), .. SHA256.HashData(bytes.AsSpan(64 << 20))];
        reference.Hash.ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(manifest)));
        var read = _artifacts.Get(reference);
        read.Length.ShouldBe(bytes.Length);
        read.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        var value = Value(bytes);
        _artifacts.Describe("byte[]", value).SameContent(reference).ShouldBeTrue();
        _artifacts.Store(reference, value);
    }

    [Fact]
    public void A_file_is_streamed_in_chunks()
    {
        var bytes = Noise((8 << 20) + 1234);
        var path = Path.Combine(Directory.CreateDirectory(_folder.Path + " files").FullName, "f.bin");
        File.WriteAllBytes(path, bytes);
        var manifest = _artifacts.Store(path);
        _artifacts.List(manifest).ShouldBe([("", (long)bytes.Length)]);
        using var stream = _artifacts.Open(manifest, "");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        stream.Position = (8 << 20) - 1;
        stream.ReadByte().ShouldBe(bytes[(8 << 20) - 1]);
        stream.ReadByte().ShouldBe(bytes[8 << 20]);
        stream.Seek(0, SeekOrigin.End);
        stream.ReadByte().ShouldBe(-1);
    }

    [Fact]
    public void A_file_that_another_run_has_stored_gets_a_new_time_stamp_when_it_is_stored_again()
    {
        var bytes = Noise((8 << 20) + 1234);
        var manifest = StoreFile(bytes);
        foreach (var path in Objects(_folder.Path))
        {
            File.SetLastWriteTimeUtc(path, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var other = new ArtifactStore(new LocalObjectStore(_folder.Path, TimeProvider.System));
        var file = new ArtifactFile("f.bin", false, bytes.Length, manifest, _artifacts);

        file.StoreIn(other).ShouldBe(manifest);

        Objects(_folder.Path).Length.ShouldBe(3);
        Objects(_folder.Path).ShouldAllBe(path => File.GetLastWriteTimeUtc(path).Year > 2020);
    }

    [Fact]
    public void A_file_of_another_store_is_copied()
    {
        var bytes = Noise((8 << 20) + 1234);
        var manifest = StoreFile(bytes);
        var other = new ArtifactStore(new LocalObjectStore(_folder.Path + " other", TimeProvider.System));
        var file = new ArtifactFile("f.bin", false, bytes.Length, manifest, _artifacts);

        file.StoreIn(other).ShouldBe(manifest);
        Directory.Delete(_folder.Path, recursive: true);

        using var stream = file.OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public void A_directory_keeps_the_paths_and_contents_of_its_files()
    {
        var root = Directory.CreateDirectory(_folder.Path + " files").FullName;
        Directory.CreateDirectory(Path.Combine(root, "b", "日本"));
        File.WriteAllText(Path.Combine(root, "b", "日本", "1.txt"), "one");
        File.WriteAllText(Path.Combine(root, "a.txt"), "two");
        File.WriteAllText(Path.Combine(root, ".empty"), "");
        var manifest = _artifacts.Store(root);
        _artifacts.List(manifest).ShouldBe([(".empty", 0L), ("a.txt", 3L), ("b/日本/1.txt", 3L)]);
        using var reader = new StreamReader(_artifacts.Open(manifest, "b/日本/1.txt"));
        reader.ReadToEnd().ShouldBe("one");
        _artifacts.Store(root).ShouldBe(manifest);
        Should.Throw<FlowException>(() => _artifacts.Open(manifest, "b/1.txt")).Id.ShouldBe("FLOW1207");
    }

    private static string[] Objects(string store) => Directory.GetFiles(Path.Combine(store, "artifacts"), "*", SearchOption.AllDirectories);

    private ContentHash StoreFile(byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder.Path + " files").FullName, "f.bin");
        File.WriteAllBytes(path, bytes);
        return _artifacts.Store(path);
    }

    private static EncodedValue Value(byte[] bytes) => new(new ReadOnlySequence<byte>(bytes), []);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] MemoryBytes(float[] values)
    {
        var bytes = new byte[values.Length * 4];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private FileInfo FileOf(ArtifactReference reference) => new(Path.Combine(_folder.Path, LocalKeys.ToPath(ContentObject.KeyOf(reference.Hash))));
}
