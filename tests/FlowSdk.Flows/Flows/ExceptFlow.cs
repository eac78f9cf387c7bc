namespace FlowSdk.Flows;

/// <summary>A step that may be tried again, but not after what it throws, whose base it excepts.</summary>
public sealed partial class ExceptFlow : Flow
{
    [Step, Retry(Times = 3, DelaySeconds = 0, Except = [typeof(IOException)])]
    public Next Start()
    {
        Console.WriteLine($"attempt {Context.Attempt}");
        if (Context.Attempt < 5)
        {
            throw new FileNotFoundException("no such file");
        }

        return To(End);
    }

    [Step]
    public void End()
    {
    }
}
