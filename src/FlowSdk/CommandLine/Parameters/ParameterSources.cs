using FlowSdk.Hosting;

namespace FlowSdk.CommandLine;

/// <summary>The places where values for parameters come from, the strongest first.</summary>
internal static class ParameterSources
{
    /// <summary>What was given with the command: options, and the file that one of them names.</summary>
    public static IEnumerable<IParameterSource> OfCommand(CommandContext context, ParameterOptions options, RunSettings settings)
    {
        yield return new CommandLineParameters(options.Given(context.Parsed));
        if (settings.ParameterFile is { } file)
        {
            yield return ParameterFile.Read(file, context.Definition.Parameters);
        }
    }

    /// <summary>What holds without being given: environment variables and settings.</summary>
    public static IEnumerable<IParameterSource> OfSurroundings(CommandContext context)
    {
        yield return new EnvironmentParameters(Environment.GetEnvironmentVariable);
        if (context.Definition.Parameters.Count > 0 && context.Host.Configuration is { } configuration)
        {
            yield return new ConfigurationParameters(configuration);
        }
    }
}
