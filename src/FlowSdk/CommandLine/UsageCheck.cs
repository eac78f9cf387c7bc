using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Says everything that is wrong with a parsed command line at once, in words of this program.</summary>
internal static class UsageCheck
{
    public static void ThrowIfWrong(ParseResult parsed, GlobalOptions globals, FlowCommands commands, FlowCommand? command, FlowDefinition definition, string program)
    {
        var errors = command is null ? [UnknownCommand(parsed, globals, commands, program)] : Errors(parsed, globals, command, definition, program).ToArray();
        if (errors.Length > 0)
        {
            throw new UsageException(errors);
        }
    }

    private static FlowError UnknownCommand(ParseResult parsed, GlobalOptions globals, FlowCommands commands, string program) => parsed.UnmatchedTokens is [var word, ..]
        ? new(
            word.StartsWith('-') ? FlowErrors.InvalidOption : FlowErrors.UnknownCommand,
            $"'{word}' is no command of this program.{Suggestion.For(word, [.. commands.All.Select(c => c.Name), .. globals.All.Select(o => o.Name)])} '{program} --help' lists them.")
        : new(FlowErrors.UnknownCommand, $"A command is missing. '{program} --help' lists them.");

    private static IEnumerable<FlowError> Errors(ParseResult parsed, GlobalOptions globals, FlowCommand command, FlowDefinition definition, string program)
    {
        var previous = "";
        foreach (var token in parsed.UnmatchedTokens)
        {
            // What follows an unknown option is its value, and no mistake of its own.
            if (token.StartsWith('-') || !previous.StartsWith('-') || previous.Contains('='))
            {
                yield return Unmatched(token, parsed, command, definition, program);
            }

            previous = token;
        }

        if (command is not CheckCommand && parsed.GetResult(globals.Store) is { Tokens.Count: 0 })
        {
            yield return new(FlowErrors.InvalidOption, $"--store was given nothing, but a folder or the URL of a store is expected after it. '{program} {command.Name} --help' shows how it is used.");
        }

        // Each argument that is missing is told in the same words.
        foreach (var message in parsed.Errors.Select(static error => error.Message).Distinct())
        {
            yield return new(FlowErrors.InvalidOption, $"{message} '{program} {command.Name} --help' shows how it is used.");
        }
    }

    private static FlowError Unmatched(string token, ParseResult parsed, FlowCommand command, FlowDefinition definition, string program)
    {
        var options = parsed.CommandResult.Command.Options.Select(o => o.Name);
        var name = token.Split('=', ':')[0];
        if (!token.StartsWith('-'))
        {
            return new(FlowErrors.InvalidOption, $"'{token}' was not expected after '{command.Name}'. '{program} {command.Name} --help' shows what is.");
        }

        return command.TakesParameters
            ? new(
                FlowErrors.UnknownParameter,
                $"{name} is no parameter of {definition.Name}, and no option of '{command.Name}'.{Suggestion.For(name, options)} '{program} {command.Name} --help' lists them.")
            : new(FlowErrors.InvalidOption, $"{name} is no option of '{command.Name}'.{Suggestion.For(name, options)} '{program} {command.Name} --help' lists them.");
    }
}
