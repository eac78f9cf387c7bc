using FlowSdk.Generated;
using FlowSdk.Metadata;

namespace FlowSdk.Runtime.Execution;

/// <summary>Gives a flow object the references of a table; values are loaded when they are first read.</summary>
internal sealed class ArtifactHydration(ArtifactTable table) : ArtifactVisitor
{
    private int _next;

    public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        if (table[_next++] is { } reference)
        {
            cell = new ArtifactCell<T> { Reference = reference, State = ArtifactState.Referenced };
        }
    }
}
