namespace FlowSdk.Flows;

/// <summary>A step that throws.</summary>
public sealed partial class ThrowingFlow : Flow
{
    [Artifact]
    public partial string Before { get; set; }

    [Step]
    public Next Start()
    {
        Before = "kept";
        return ForEach(["good", "bad"], Body);
    }

    [Step]
    public Next Body(string item)
    {
        Console.WriteLine($"working on {item}");
        return item == "bad" ? throw new InvalidDataException("Something has gone wrong with 日本.") : To(Join);
    }

    [Step]
    public Next Join(Inputs<ThrowingFlow> inputs) => To(End);

    [Step]
    public void End()
    {
    }
}
