namespace FlowSdk.Flows;

/// <summary>Lines on both streams, in any script, and one without an end.</summary>
public sealed partial class OutputFlow : Flow
{
    [Parameter]
    public int Megabytes { get; init; }

    [Step]
    public Next Start()
    {
        Console.WriteLine("plain");
        Console.WriteLine("日本の年");
        Console.Error.WriteLine("to stderr");
        Logger.LogWarning("logged {Number}", 7);
        Console.Write("no end");
        return To(Print);
    }

    [Step]
    public Next Print()
    {
        var line = new string('x', 1023);
        for (var i = 0; i < Megabytes * 1024; i++)
        {
            Console.WriteLine(line);
        }

        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine("last");
}
