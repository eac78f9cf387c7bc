using FlowSdk.Generated;

namespace FlowSdk.Runtime.Execution;

/// <summary>Sets one artifact, of nullable type, to null.</summary>
/// <param name="number">Its number.</param>
internal sealed class ArtifactReset(int number) : ArtifactVisitor
{
    private int _next;

    public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        if (_next++ == number)
        {
            (cell.Value, cell.State) = (default, ArtifactState.Set);
        }
    }
}
