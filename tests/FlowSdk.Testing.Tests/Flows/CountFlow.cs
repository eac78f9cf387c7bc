namespace FlowSdk.Testing.Tests.Flows;

/// <summary>A foreach over items that may be null, and may be none.</summary>
public sealed partial class CountFlow : Flow
{
    [Artifact]
    public partial string Kept { get; set; }

    [Artifact]
    public partial int Count { get; set; }

    [Step]
    public Next Start()
    {
        Kept = "kept";
        return ForEach<string?>([], Body);
    }

    [Step]
    public Next Body(string? item)
    {
        Count = item?.Length ?? -1;
        return To(Total);
    }

    [Step]
    public Next Total(Inputs<CountFlow> inputs)
    {
        Count = inputs.Sum(i => i.Count);
        Merge(inputs);
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine($"{Kept} {Count}");
}
