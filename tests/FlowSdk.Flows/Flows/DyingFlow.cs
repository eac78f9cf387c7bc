using System.Diagnostics;
using System.Runtime.InteropServices;

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
            case "segv":
                // Native code, not managed code, writes where it may not: the runtime cannot make an exception of it.
                FillMemory(8, 0, 1);
                break;
            case "memory":
                FillHeap();
                break;
            case "half":
                Console.Write(new string('x', 100_000));
                Console.Error.Write("no line end");
                Process.GetCurrentProcess().Kill();
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

    [DllImport("libc", EntryPoint = "memset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint FillMemory(nint address, int value, nint count);

    private static void FillHeap()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            kept.Add(new byte[1 << 20]);
        }
    }

    private static int Overflow(int n) => n < 0 ? 0 : Overflow(n + 1) + Overflow(n + 2);
}
