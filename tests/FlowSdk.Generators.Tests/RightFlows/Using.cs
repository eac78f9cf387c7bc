public sealed partial class UsingFlow : Flow
{
    [Artifact] public partial ArtifactFile Data { get; set; }
    [Artifact] public partial string Head { get; set; }
    [Artifact] public partial long Size { get; set; }

    [Step]
    public Next Start()
    {
        var path = Path.Combine(Context.TempDirectory, "rows.csv");
        using (var writer = new StreamWriter(path))
        {
            writer.WriteLine("a,b");
        }

        Data = ArtifactFile.FromFile(path);
        return To(Read);
    }

    [Step]
    public async Task<Next> Read(CancellationToken cancellation)
    {
        await using var stream = new MemoryStream([1, 2, 3]);
        using var scope = Logger.BeginScope("reading {Path}", Data);
        using var reader = new StreamReader(stream);
        Head = await reader.ReadLineAsync(cancellation) ?? "";
        Size = stream.Length;
        using var timer = new Timer(_ => Console.WriteLine(Size), null, 0, 1000);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Head} {Size}");
}
