using System.Diagnostics;
using System.Globalization;

namespace FlowSdk.KillPoints;

/// <summary>Where a process dies, once for each marker: at which of its changes to the disk.</summary>
/// <param name="text">What the change's description has in it; empty for any.</param>
/// <param name="further">How many changes after the first such one.</param>
/// <param name="moment">When in that change.</param>
/// <param name="marker">A file that the process makes before it dies. If it is there already, no process dies.</param>
internal sealed class KillPoint(string text, int further, KillMoment moment, string marker)
{
    private int _further = -1;

    public KillMoment Moment => moment;

    /// <summary>Reads <c>KILL_POINT</c>, such as <c>worker:/artifacts/+3:half:FILE</c>; null if it is not set, or concerns the other kind of process.</summary>
    public static KillPoint? Read(string role) =>
        Environment.GetEnvironmentVariable("KILL_POINT")?.Split(':', 4) is [var who, var change, var when, var marker] && who == role && change.Split('+') is [var text, var further]
            ? new(text, int.Parse(further, CultureInfo.InvariantCulture), Enum.Parse<KillMoment>(when, ignoreCase: true), marker)
            : null;

    /// <summary>Whether the process is to die at its next change.</summary>
    public bool IsNext(string description)
    {
        if (_further < 0)
        {
            _further = description.Contains(text, StringComparison.Ordinal) ? further : -1;
            return _further == 0;
        }

        return --_further == 0;
    }

    /// <summary>Dies, as by kill -9, unless that has been done.</summary>
    /// <param name="lastWords">What is done just before.</param>
    public void Die(Action? lastWords)
    {
        try
        {
            File.Open(marker, FileMode.CreateNew).Dispose();
        }
        catch (IOException) when (File.Exists(marker))
        {
            return;
        }

        lastWords?.Invoke();
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
