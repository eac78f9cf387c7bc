namespace FlowSdk.Hosting;

/// <summary>What the entry point of this process can serve as a worker.</summary>
internal static class ThisProgram
{
    private static volatile Entry? _entry;

    /// <summary>Remembers an application, if it is this program's entry point: it then has the arguments of the process.</summary>
    public static void Register(FlowHost host, IReadOnlyList<FlowRegistration> flows, IReadOnlyList<string> args)
    {
        if (args.SequenceEqual(Environment.GetCommandLineArgs().Skip(1)))
        {
            _entry = new(host, [.. flows.Select(f => f.Name)]);
        }
    }

    /// <summary>The host of this program, if it has a flow; else null.</summary>
    public static FlowHost? Find(string flowName) => _entry is { } entry && entry.Flows.Contains(flowName) ? entry.Host : null;

    private sealed record Entry(FlowHost Host, HashSet<string> Flows);
}
