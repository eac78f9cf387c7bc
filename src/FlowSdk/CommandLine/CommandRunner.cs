using System.CommandLine;
using System.CommandLine.Parsing;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>Reads the command line, and does what it says.</summary>
internal static class CommandRunner
{
    private static readonly ParserConfiguration _parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(IReadOnlyList<FlowRegistration> flows, FlowHost host, string[] args, ProgramConsole console)
    {
        try
        {
            return await ChooseFlowAsync(flows, host, args, console);
        }
        catch (FlowException exception)
        {
            return ErrorText.Write(console, exception, args.Contains("--json"));
        }
        finally
        {
            console.Flush();
        }
    }

    private static Task<int> ChooseFlowAsync(IReadOnlyList<FlowRegistration> flows, FlowHost host, string[] args, ProgramConsole console)
    {
        if (flows.Count == 1)
        {
            return RunFlowAsync(flows[0], host, args, args, ProgramName.Current, console);
        }

        // Options of every command may stand before the flow's name; they mean the same behind it.
        var place = GlobalOptions.CountBefore(args);
        var named = place == args.Length ? null : flows.FirstOrDefault(f => f.Name.Equals(args[place], StringComparison.OrdinalIgnoreCase));
        if (named is not null)
        {
            return RunFlowAsync(named, host, [.. args[(place + 1)..], .. args[..place]], args, $"{ProgramName.Current} {named.Name}", console);
        }

        if (args.Length > 0 && !IsHelp(args[0]))
        {
            var word = args[place < args.Length ? place : 0];
            throw new UsageException(
                FlowErrors.UnknownCommand,
                $"'{word}' is no flow of this program.{Suggestion.For(word, flows.Select(f => f.Name))} It has {string.Join(", ", flows.Select(f => f.Name))}: name one first.");
        }

        HelpText.WriteFlows(args.Length == 0 ? console.Error : console.Out, ProgramName.Current, flows);
        return Task.FromResult(args.Length == 0 ? ExitCodes.BadUsage : ExitCodes.Succeeded);
    }

    private static async Task<int> RunFlowAsync(
        FlowRegistration flow, FlowHost host, string[] args, string[] allArguments, string program, ProgramConsole console)
    {
        if (args.Length == 0)
        {
            HelpText.WriteProgram(console.Error, program, flow.Definition, new FlowCommands().All);
            return ExitCodes.BadUsage;
        }

        await using var prestart = EarlyWorker.Start(args);
        var definition = flow.Definition;
        var globals = new GlobalOptions();
        var commands = new FlowCommands();
        var tree = commands.Build(definition, globals, args[0]);
        var parsed = CommandLineParser.Parse(tree, args, _parsing);
        var command = commands.Find(parsed.CommandResult.Command.Name);
        if (parsed.GetValue(globals.Help))
        {
            ShowHelp(console.Out, program, definition, commands, command, parsed.CommandResult.Command, globals);
            return ExitCodes.Succeeded;
        }

        console.HasColor &= !parsed.GetValue(globals.NoColor);
        UsageCheck.ThrowIfWrong(parsed, globals, commands, command, definition, program);
        return await command!.ExecuteAsync(new CommandContext
        {
            Definition = definition,
            Host = host,
            Console = console,
            Parsed = parsed,
            Globals = globals,
            Arguments = allArguments,
            Program = program,
            Prestart = prestart,
        });
    }

    private static void ShowHelp(TextWriter output, string program, FlowDefinition definition, FlowCommands commands, FlowCommand? command, Command parsed, GlobalOptions globals)
    {
        if (command is null)
        {
            HelpText.WriteProgram(output, program, definition, commands.All);
        }
        else
        {
            HelpText.WriteCommand(output, program, definition, command, parsed, globals);
        }
    }

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?" or "/?" or "/h";
}
