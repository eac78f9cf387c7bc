using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>A parameter in the help of a command.</summary>
internal sealed class ParameterHelp : IParameterVisitor
{
    private string _expected = "";

    public static (string Option, string Text) Of(ParameterDefinition parameter)
    {
        var help = new ParameterHelp();
        parameter.Accept(help);
        var notes = string.Join("; ", Notes(parameter));
        string[] sentences = [parameter.Help, $"{char.ToUpperInvariant(help._expected[0])}{help._expected[1..]}", notes];
        return ($"--{parameter.Option} {ShortTypeName.Of(parameter.TypeName)}", string.Join(' ', sentences.Where(s => s.Length > 0).Select(s => s.EndsWith('.') ? s : $"{s}.")));
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter) => _expected = parameter.Reader.Expected;

    private static IEnumerable<string> Notes(ParameterDefinition parameter)
    {
        if (parameter.IsRequired)
        {
            yield return "Required";
        }
        else if (parameter.DefaultText is { } text)
        {
            yield return $"Default: {text}";
        }
        else
        {
            yield return "Optional";
        }
    }
}
