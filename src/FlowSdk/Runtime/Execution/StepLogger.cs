using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime.Execution;

/// <summary>
/// The log of a step where the user has not set up logging: a line of level and message on standard output, from warnings on
/// on standard error, from where it is kept like everything that the step prints.
/// </summary>
internal sealed class StepLogger : ILogger
{
    public static StepLogger Instance { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var message = formatter(state, exception);
        var text = exception is null ? $"{NameOf(logLevel)}: {message}" : $"{NameOf(logLevel)}: {message}{Environment.NewLine}{exception}";
        (logLevel >= LogLevel.Warning ? Console.Error : Console.Out).WriteLine(text);
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
