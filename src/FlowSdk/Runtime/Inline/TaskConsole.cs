namespace FlowSdk.Runtime.Inline;

/// <summary>Where an inline step's output goes. After its end, what the step's leftover threads print is still taken, to the same task.</summary>
internal sealed class TaskConsole(LineWriter output, LineWriter error) : IAsyncDisposable
{
    public LineWriter Out { get; } = output;

    public LineWriter Error { get; } = error;

    public async ValueTask DisposeAsync()
    {
        await Out.DisposeAsync();
        await Error.DisposeAsync();
    }
}
