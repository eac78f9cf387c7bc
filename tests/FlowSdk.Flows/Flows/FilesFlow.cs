namespace FlowSdk.Flows;

/// <summary>Files and directories as artifacts.</summary>
public sealed partial class FilesFlow : Flow
{
    [Artifact]
    public partial ArtifactFile Single { get; set; }

    [Artifact]
    public partial ArtifactFile Folder { get; set; }

    [Step]
    public Next Start()
    {
        var file = Path.Combine(Context.TempDirectory, "日本 語.txt");
        File.WriteAllText(file, "content");
        var folder = Directory.CreateDirectory(Path.Combine(Context.TempDirectory, "folder", "inner")).Parent!.FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), "a");
        File.WriteAllBytes(Path.Combine(folder, "inner", "b.bin"), new byte[200_000]);
        Single = ArtifactFile.FromFile(file);
        Folder = ArtifactFile.FromDirectory(folder);
        return To(End);
    }

    [Step]
    public async Task End(CancellationToken cancellation)
    {
        Check.Equal("日本 語.txt", Single.Name, "name");
        Check.Equal(7L, Single.Length, "length");
        using (var reader = new StreamReader(Single.OpenRead()))
        {
            Check.Equal("content", await reader.ReadToEndAsync(cancellation), "content");
        }

        var copy = Path.Combine(Context.TempDirectory, "copy");
        await Folder.CopyToAsync(copy, cancellation);
        Check.Equal("a", await File.ReadAllTextAsync(Path.Combine(copy, "a.txt"), cancellation), "a.txt");
        Check.Equal(200_000L, new FileInfo(Path.Combine(copy, "inner", "b.bin")).Length, "b.bin");
    }
}
