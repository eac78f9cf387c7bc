using System.ComponentModel;
using System.Diagnostics;

namespace FlowSdk.Runtime.Workers;

/// <summary>The operating system's side of a worker: its process, with its process group.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Process _process;
    private bool _isDisposed;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Error => _process.StandardError.BaseStream;

    /// <summary>Starts a process of this program as a worker.</summary>
    /// <exception cref="FlowException">It cannot be started.</exception>
    public static WorkerProcess Start(WorkerLaunch launch, IEnumerable<(string Name, string Value)> environment)
    {
        var info = new ProcessStartInfo(launch.FileName, launch.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(info) ?? throw new InvalidOperationException("No process was started.");
            process.StandardInput.Close();
            return new(process);
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            throw new FlowException(
                FlowErrors.WorkersKeepDying,
                $"No worker could be started as {launch.FileName}: {failure.Message} Look whether the program may be executed, or run with --isolation inline.",
                failure);
        }
    }

    public Task WaitAsync() => _process.WaitForExitAsync();

    /// <summary>How the process ended, once it has.</summary>
    public ProcessEnd End() => ProcessEnd.Of(_process.ExitCode);

    /// <summary>Ends the process, if it has not ended, and all that it has started and not set apart.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            // Before a worker has made itself the leader of a group there is none with its id, and nothing that it has started.
            // On Windows what it has started is in its job object, which ends with it.
            if (!OperatingSystem.IsWindows())
            {
                UnixProcess.KillGroup(_process.Id);
            }

            _process.Kill();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _process.Dispose();
        }
    }
}
