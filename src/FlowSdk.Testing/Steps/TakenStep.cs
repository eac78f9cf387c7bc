using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Steps;

/// <summary>Where a step went.</summary>
internal sealed class TakenStep(FlowDefinition definition, int step, TakenTransition? transition, ArtifactStore artifacts)
{
    public TransitionKind? Kind => transition?.Kind;

    public IReadOnlyList<string> Targets { get; } = transition is null ? [] : [.. transition.Targets.Select(target => definition.Steps[target].Name)];

    public int Count => transition?.Count ?? 0;

    public IReadOnlyList<object?> Items => field ??= transition is null ? [] : Decode(transition);

    private object?[] Decode(TakenTransition taken)
    {
        var reader = new ItemReader(definition, artifacts);
        return
        [
            .. from chunk in taken.Items
               from index in Enumerable.Range(chunk.First, chunk.Count)
               select reader.Read(new(step, taken.Targets[0], index, taken.Count, chunk)),
        ];
    }
}
