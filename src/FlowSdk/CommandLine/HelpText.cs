using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>The help of a program and of its commands.</summary>
internal static class HelpText
{
    private const int MaxWidth = 110;

    public static void WriteFlows(TextWriter output, string program, IReadOnlyList<FlowRegistration> flows)
    {
        output.WriteLine($"Usage: {program} FLOW COMMAND [options]");
        output.WriteLine();
        output.WriteLine("Flows:");
        WriteTable(output, flows.Select(f => (f.Name, f.Definition.Summary)));
        output.WriteLine();
        output.WriteLine($"'{program} FLOW --help' shows the commands of a flow.");
    }

    public static void WriteProgram(TextWriter output, string program, FlowDefinition definition, IReadOnlyList<FlowCommand> commands)
    {
        output.WriteLine(definition.Summary.Length == 0 ? definition.Name : $"{definition.Name}: {definition.Summary}");
        output.WriteLine();
        output.WriteLine($"Usage: {program} COMMAND [options]");
        output.WriteLine();
        output.WriteLine("Commands:");
        WriteTable(output, commands.Select(c => (c.Name, c.Description)));
        output.WriteLine();
        output.WriteLine("Examples:");
        WriteExamples(output, program, [("run", "runs the flow"), ("show", "shows its steps"), ("run --help", "lists its parameters")]);
    }

    public static void WriteCommand(
        TextWriter output, string program, FlowDefinition definition, FlowCommand command, Command parsed, GlobalOptions globals)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        var arguments = string.Concat(parsed.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{NameOf(a)}]" : $" {NameOf(a)}"));
        output.WriteLine($"Usage: {program} {command.Name}{arguments} [options]");
        WriteSection(output, "Arguments", parsed.Arguments.Select(a => (NameOf(a), a.Description ?? "")));
        var parameters = command.TakesParameters ? definition.Parameters : [];
        WriteSection(output, $"Parameters of {definition.Name}", parameters.Select(ParameterHelp.Of));
        var parameterOptions = parameters.Select(p => $"--{p.Option}").ToHashSet();
        WriteSection(output, "Options", parsed.Options.Where(o => !parameterOptions.Contains(o.Name)).Select(o => (NameOf(o), o.Description ?? "")));
        WriteSection(output, "Options of every command", globals.All.Select(o => (NameOf(o), o.Description ?? "")));
        output.WriteLine();
        output.WriteLine("Examples:");
        WriteExamples(output, program, command.Examples.Select(e => ($"{command.Name} {e.Arguments}".TrimEnd(), e.Meaning)));
    }

    private static void WriteSection(TextWriter output, string title, IEnumerable<(string, string)> rows)
    {
        var table = rows.ToArray();
        if (table.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"{title}:");
            WriteTable(output, table);
        }
    }

    private static void WriteExamples(TextWriter output, string program, IEnumerable<(string Arguments, string Meaning)> examples) =>
        WriteTable(output, examples.Select(e => ($"{program} {e.Arguments}", e.Meaning)));

    private static void WriteTable(TextWriter output, IEnumerable<(string Name, string Text)> rows)
    {
        var table = rows.ToArray();
        var indent = table.Max(r => r.Name.Length) + 4;
        foreach (var (name, text) in table)
        {
            var lines = WordWrap.Lines(text, Math.Max(40, MaxWidth - indent));
            output.WriteLine($"  {name.PadRight(indent - 2)}{lines[0]}".TrimEnd());
            foreach (var line in lines.Skip(1))
            {
                output.WriteLine(new string(' ', indent) + line);
            }
        }
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static string NameOf(Option option)
    {
        var shown = option.Name;
        foreach (var alias in option.Aliases.Where(a => a is "-q" or "-h" or "-f"))
        {
            shown += $", {alias}";
        }

        return option.HelpName is { } value ? $"{shown} {value}" : shown;
    }
}
