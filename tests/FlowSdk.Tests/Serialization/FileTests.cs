using System.Buffers;
using System.Text;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.Tests.Serialization;

public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flowsdk 日本語 ");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_comes_back_with_its_name_and_content()
    {
        var path = Path.Combine(_folder.FullName, "a.txt");
        File.WriteAllText(path, "content");
        var store = new FolderFileStore();

        var file = ArtifactFile.FromFile(path);
        using var encoded = ArtifactSerializer.Encode(Codecs<ArtifactFile>.Instance, file, store);
        encoded.Attachments.Count.ShouldBe(1);
        var back = ArtifactSerializer.Decode(Codecs<ArtifactFile>.Instance, encoded.Bytes, store);

        (back.Name, back.Length, back.IsDirectory).ShouldBe(("a.txt", 7, false));
        back.Files.ShouldBe(["a.txt"]);
        new StreamReader(back.OpenRead()).ReadToEnd().ShouldBe("content");
    }

    [Fact]
    public async Task A_directory_comes_back_with_all_its_files()
    {
        var source = _folder.CreateSubdirectory("model");
        Directory.CreateDirectory(Path.Combine(source.FullName, "sub"));
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "sub", "b.txt"), "bb", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "a.txt"), "a", TestContext.Current.CancellationToken);
        var store = new FolderFileStore();

        using var encoded = ArtifactSerializer.Encode(Codecs<ArtifactFile>.Instance, ArtifactFile.FromDirectory(source.FullName), store);
        var back = ArtifactSerializer.Decode(Codecs<ArtifactFile>.Instance, encoded.Bytes, store);
        await back.CopyToAsync(Path.Combine(_folder.FullName, "copy"), TestContext.Current.CancellationToken);

        (back.Length, back.IsDirectory).ShouldBe((3, true));
        back.Files.ShouldBe(["a.txt", "sub/b.txt"]);
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "copy", "sub", "b.txt"), TestContext.Current.CancellationToken)).ShouldBe("bb");
        Should.Throw<FileNotFoundException>(() => back.OpenRead("../a.txt"));
        Should.Throw<InvalidOperationException>(() => back.OpenRead());
    }

    [Fact]
    public void An_included_file_reads_as_text_and_bytes()
    {
        var path = Path.Combine(_folder.FullName, "utf8.txt");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes("年"));
        var file = IncludedFile.FromFile(path);

        file.ReadAllText().ShouldBe("年");
        file.ReadAllBytes().ShouldBe([0xE5, 0xB9, 0xB4]);
        ArtifactSerializer.FromJson(Codecs<IncludedFile>.Instance, Encoding.UTF8.GetBytes($"\"{path.Replace("\\", "\\\\", StringComparison.Ordinal)}\"")).Length.ShouldBe(3);
    }

    [Fact]
    public void A_file_where_none_can_be_stored_is_refused()
    {
        var path = Path.Combine(_folder.FullName, "a.txt");
        File.WriteAllText(path, "content");
        Should.Throw<FlowException>(() => ArtifactSerializer.Encode(Codecs<ArtifactFile>.Instance, ArtifactFile.FromFile(path), null)).Id.ShouldBe("FLOW1106");
    }

    /// <summary>Keeps paths, as a store would keep content.</summary>
    private sealed class FolderFileStore : IFileStore
    {
        private readonly Dictionary<ContentHash, string> _paths = [];

        public ContentHash Store(string path)
        {
            var hash = new ContentHash((ulong)_paths.Count, 1, 2, 3);
            _paths.Add(hash, path);
            return hash;
        }

        public void Keep(ContentHash manifest, IFileStore source) => _paths.TryAdd(manifest, ((FolderFileStore)source)._paths[manifest]);

        public Stream Open(ContentHash manifest, string relativePath) => File.OpenRead(Path.Combine(_paths[manifest], relativePath));

        public IReadOnlyList<(string RelativePath, long Length)> List(ContentHash manifest) => File.Exists(_paths[manifest])
            ? [("", new FileInfo(_paths[manifest]).Length)]
            : [.. Directory.GetFiles(_paths[manifest], "*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(_paths[manifest], f).Replace('\\', '/'), new FileInfo(f).Length))];
    }
}
