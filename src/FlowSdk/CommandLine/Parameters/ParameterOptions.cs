using System.CommandLine;
using FlowSdk.Hosting;
using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>The options by which a command takes the parameters of a flow.</summary>
internal sealed class ParameterOptions
{
    private readonly Dictionary<string, Option<string?>> _options = [];

    /// <summary>Adds an option for each parameter to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="definition">The flow.</param>
    /// <param name="others">The other options that the command takes.</param>
    /// <exception cref="UsageException">Two options would have the same name.</exception>
    public void AddTo(Command command, FlowDefinition definition, IEnumerable<Option> others)
    {
        var names = others.Concat(new GlobalOptions().All).Select(o => o.Name).ToHashSet();
        foreach (var parameter in definition.Parameters)
        {
            var name = $"--{parameter.Option}";
            if (!names.Add(name))
            {
                throw new UsageException(
                    FlowErrors.FlowInvalid, $"The parameter {definition.Name}.{parameter.Name} would be the option {name}, which there is already. Give the property another name.");
            }

            var option = new Option<string?>(name) { Arity = ParameterFlag.Of(parameter) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne };
            _options.Add(parameter.Option, option);
            command.Options.Add(option);
        }
    }

    /// <summary>The values that were given, by the parameters' option names.</summary>
    public Dictionary<string, string> Given(ParseResult parsed)
    {
        var given = new Dictionary<string, string>();
        foreach (var (name, option) in _options)
        {
            if (parsed.GetResult(option) is not null)
            {
                given[name] = parsed.GetValue(option) ?? bool.TrueString;
            }
        }

        return given;
    }
}
