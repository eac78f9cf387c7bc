using System.CommandLine;

namespace FlowSdk.CommandLine;

/// <summary>The options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string?> Store { get; } = new("--store")
    {
        Description = "Where runs are kept: a folder, or the URL of a store. Default: FLOWSDK_STORE, else .flowsdk in the current directory.",
        HelpName = "DIR|URL",

        // 'check --store' needs no name; everything else refuses the option without one.
        Arity = ArgumentArity.ZeroOrOne,
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document to standard output, and prose to standard error.", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but what was asked for, and errors.", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Use no colors. The variable NO_COLOR does the same.", Recursive = true };

    public Option<bool> Help { get; } = new("--help", "-h", "-?", "/?", "/h") { Description = "Show help.", Recursive = true };

    public IReadOnlyList<Option> All => [Store, Json, Quiet, NoColor, Help];

    /// <summary>How many of the first words are options of every command, with their values.</summary>
    public static int CountBefore(string[] args)
    {
        var count = 0;
        while (count < args.Length && args[count].Split('=')[0] is ("--json" or "--quiet" or "-q" or "--no-color" or "--store"))
        {
            count += args[count] == "--store" ? 2 : 1;
        }

        return Math.Min(count, args.Length);
    }
}
