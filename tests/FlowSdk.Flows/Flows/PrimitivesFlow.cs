namespace FlowSdk.Flows;

/// <summary>Arrays of unmanaged primitives, large enough to be stored by themselves.</summary>
public sealed partial class PrimitivesFlow : Flow
{
    [Artifact]
    public partial byte[] Bytes { get; set; }

    [Artifact]
    public partial long[] Longs { get; set; }

    [Artifact]
    public partial double[] Doubles { get; set; }

    [Step]
    public Next Start()
    {
        Bytes = [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)i)];
        Longs = [.. Enumerable.Range(0, 100_000).Select(i => (long)i * i)];
        Doubles = [.. Enumerable.Range(0, 100_000).Select(i => Math.Sqrt(i))];
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.That(Bytes.Length == 1_000_000 && Bytes[257] == 1, nameof(Bytes));
        Check.Equal(99_999L * 99_999L, Longs[^1], nameof(Longs));
        Check.Equal(Math.Sqrt(99_999), Doubles[^1], nameof(Doubles));
    }
}
