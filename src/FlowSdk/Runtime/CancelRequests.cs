using FlowSdk.Metadata;

namespace FlowSdk.Runtime;

/// <summary>Watches for the object that others write to have a run stopped.</summary>
internal sealed class CancelRequests(RunRegistry registry, RunPaths run)
{
    private bool _isSeen;

    /// <summary>Whether the request has been made since the last look.</summary>
    public async ValueTask<bool> IsNewAsync()
    {
        if (_isSeen)
        {
            return false;
        }

        _isSeen = await registry.IsCancelRequestedAsync(run);
        return _isSeen;
    }
}
