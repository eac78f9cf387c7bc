namespace FlowSdk.Runtime.Inline;

/// <summary>
/// Sends what inline steps print to their own logs, told apart by async context; what anyone else prints goes where it went before.
/// The console is a process's own, so several runs in one process share one routing.
/// </summary>
internal sealed class ConsoleRouting : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<TaskConsole?> Current = new();
    private static RoutedWriter? _out;
    private static RoutedWriter? _error;
    private static int _users;

    private ConsoleRouting()
    {
    }

    /// <summary>Puts the routing in place until what is returned is disposed.</summary>
    public static ConsoleRouting Begin()
    {
        lock (Gate)
        {
            if (_users++ == 0)
            {
                _out = new RoutedWriter(Console.Out, static console => console.Out);
                _error = new RoutedWriter(Console.Error, static console => console.Error);
                Console.SetOut(_out);
                Console.SetError(_error);
            }
        }

        return new();
    }

    /// <summary>From here on, what this async context prints goes to two writers, until what is returned is disposed.</summary>
    public static IAsyncDisposable Route(LineWriter output, LineWriter error)
    {
        var console = new TaskConsole(output, error);
        Current.Value = console;
        return console;
    }

    public static TaskConsole? OfThisContext() => Current.Value;

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_users == 0)
            {
                Console.SetOut(_out!.Fallback);
                Console.SetError(_error!.Fallback);
            }
        }
    }
}
