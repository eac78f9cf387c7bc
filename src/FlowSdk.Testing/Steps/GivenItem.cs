using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;

namespace FlowSdk.Testing.Steps;

/// <summary>Encodes the item of a step as the foreach that leads to it would.</summary>
internal sealed class GivenItem : IItemTypeVisitor<ItemChunk?>
{
    private readonly object? _item;
    private readonly ArtifactStore _artifacts;
    private readonly List<string> _types = [];

    private GivenItem(object? item, ArtifactStore artifacts) => (_item, _artifacts) = (item, artifacts);

    /// <summary>The frame of the item; null if no foreach leads to the step.</summary>
    /// <exception cref="FlowException">The item is of another type, or there is one and should be none.</exception>
    public static AssignedFrame? FrameOf(FlowDefinition definition, int step, object? item, ArtifactStore artifacts)
    {
        var name = definition.Steps[step].Name;
        var given = new GivenItem(item, artifacts);
        for (var split = 0; split < definition.Steps.Count; split++)
        {
            foreach (var transition in definition.Steps[split].Transitions)
            {
                if (transition.ItemType is { } type && transition.Targets[0] == name && type.Accept(given) is { } chunk)
                {
                    return new(split, step, 0, 1, chunk);
                }
            }
        }

        if (given._types.Count == 0 && item is null)
        {
            return null;
        }

        throw new FlowException(FlowErrors.StepTestMismatch, given._types.Count == 0
            ? $"The test gives {definition.Name}.{name} an item, but no foreach leads to that step. Leave Item out."
            : $"{definition.Name}.{name} takes an item of type {string.Join(" or ", given._types.Distinct())}, and the test gives it {(item is null ? "none" : $"a {item.GetType()}")}. Set Item to one.");
    }

    ItemChunk? IItemTypeVisitor<ItemChunk?>.Visit<T>()
    {
        _types.Add(ItemEncoder.TypeNameOf<T>());
        if (_item is not T && (_item is not null || default(T) is not null))
        {
            return null;
        }

        var encoder = new ItemEncoder(_artifacts, CancellationToken.None);
        encoder.Visit([(T)_item!]);
        return encoder.Chunks[0];
    }
}
