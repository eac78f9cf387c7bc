using System.Runtime.InteropServices;

namespace FlowSdk.CommandLine;

/// <summary>
/// Ctrl-C, a closed terminal and requests to terminate: the first stops a run in order, the second kills it. When the terminal is
/// closed, nobody is there for a second, and the system itself may not wait for long.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly TimeSpan HangUpGrace = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() => _registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, OnSignal))];

    public CancellationToken Cancel => _cancel.Token;

    public CancellationToken Kill => _kill.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _cancel.Dispose();
        _kill.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (signal.Signal == PosixSignal.SIGHUP)
        {
            _kill.CancelAfter(HangUpGrace);
        }

        (_cancel.IsCancellationRequested ? _kill : _cancel).Cancel();
    }
}
