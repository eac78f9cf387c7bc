using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime;
using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.CommandLine;

/// <summary>The options of <c>run</c>, besides the flow's parameters.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _maxWorkers = new("--max-workers") { HelpName = "N", Description = $"Tasks at a time. Default: the logical cores, here {Environment.ProcessorCount}." };
    private readonly Option<string[]> _tags = new("--tag") { HelpName = "TAG", Description = "Marks the run; may be given several times.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _runIdFile = new("--run-id-file") { HelpName = "FILE", Description = "Write the run's id to a file, before the first task starts." };
    private readonly Option<string?> _isolation = new("--isolation")
    {
        HelpName = "process|inline|fresh",
        Description = "Where tasks run: in warm worker processes, in this process, or each in a new process. Default: process; inline under a debugger.",
    };

    private readonly Option<string?> _onFailure = new("--on-failure")
    {
        HelpName = "drain|continue|stop",
        Description = "When a task has failed: let running tasks finish, run all that does not depend on it, or kill what runs. Default: drain.",
    };

    private readonly Option<string[]> _with = new("--with")
    {
        HelpName = "NAME:ARGUMENTS",
        Description = "Adds an attribute to every step that does not carry one, such as retry:times=2; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _withoutGpu = new("--without-gpu") { Description = "Start tasks without the GPUs that they ask for." };
    private readonly Option<string?> _parameters = new("--parameters") { HelpName = "FILE.json", Description = "Take parameters from a JSON object; options go before." };

    public IReadOnlyList<Option> All => [_maxWorkers, _tags, _runIdFile, _isolation, _onFailure, _with, _withoutGpu, _parameters];

    public RunSettings Read(ParseResult parsed) => new()
    {
        MaxWorkers = MaxWorkers(parsed),
        Isolation = Choice(parsed, _isolation, Debugger.IsAttached ? IsolationMode.Inline : IsolationMode.Process),
        OnFailure = Choice(parsed, _onFailure, OnFailure.Drain),
        With = parsed.GetValue(_with) ?? [],
        WithoutGpu = parsed.GetValue(_withoutGpu),
        Tags = TagsOf(parsed),
        RunIdFile = parsed.GetValue(_runIdFile),
        ParameterFile = parsed.GetValue(_parameters),
    };

    private string[] TagsOf(ParseResult parsed)
    {
        string[] tags = [.. (parsed.GetValue(_tags) ?? []).Distinct()];
        TagRules.Check(tags);
        return tags;
    }

    private int MaxWorkers(ParseResult parsed)
    {
        var text = parsed.GetValue(_maxWorkers);
        return text is null ? Environment.ProcessorCount
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number
            : throw Invalid(_maxWorkers, text, "a whole number, 1 or more");
    }

    private static T Choice<T>(ParseResult parsed, Option<string?> option, T otherwise)
        where T : struct, Enum
    {
        var text = parsed.GetValue(option);
        return text is null ? otherwise
            : Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true)
            : throw Invalid(option, text, $"one of {option.HelpName!.Replace("|", ", ", StringComparison.Ordinal)}");
    }

    private static UsageException Invalid(Option option, string text, string expected) =>
        new(FlowErrors.InvalidOption, $"{option.Name} was given '{text}', but {expected} is expected.");
}
