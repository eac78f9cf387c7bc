namespace FlowSdk.CommandLine;

/// <summary>Commands to be pasted, each with what it shows: beside it where there is room, else above it.</summary>
internal static class ProposedCommands
{
    public static IEnumerable<string> Lines(IReadOnlyList<(string Command, string Meaning)> commands, int width)
    {
        var longest = commands.Max(c => c.Command.Length);
        return commands.Max(c => longest + c.Meaning.Length) + 4 <= width
            ? commands.Select(c => $"  {c.Command.PadRight(longest)}  {c.Meaning}")
            : commands.SelectMany(c => new[] { $"  # {c.Meaning}", $"  {c.Command}" });
    }
}
