using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>A step whose process dies in one way or another.</summary>
public sealed partial class DyingFlow : Flow
{
    [Parameter]
    public string How { get; init; } = "exit";

    [Step]
    public Next Start()
    {
        Console.Write("last words");
        switch (How)
        {
            case "exit":
                Environment.Exit(7);
                break;
            case "failfast":
                Environment.FailFast("gone");
                break;
            case "overflow":
                Overflow(0);
                break;
            case "thread":
                var thread = new Thread(() => throw new InvalidOperationException("on another thread"));
                thread.Start();
                thread.Join();
                break;
            case "kill":
                Process.GetCurrentProcess().Kill();
                break;
        }

        return To(End);
    }

    [Step]
    public void End()
    {
    }

    private static int Overflow(int n) => n < 0 ? 0 : Overflow(n + 1) + Overflow(n + 2);
}
