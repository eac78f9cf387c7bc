namespace FlowSdk.Flows;

/// <summary>Tasks that keep 100 KB each, which do not compress, and a result that tells whether all of it was read back.</summary>
public sealed partial class FillingFlow : Flow
{
    [Artifact]
    public partial byte[] Noise { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, 40), Fill);

    [Step]
    public Next Fill(int item)
    {
        var noise = new byte[100_000];
        new Random(item).NextBytes(noise);
        Noise = noise;
        return To(Sum);
    }

    [Step]
    public Next Sum(Inputs<FillingFlow> inputs)
    {
        Console.WriteLine($"sum {inputs.Sum(i => i.Noise.Sum(b => (long)b))}");
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
