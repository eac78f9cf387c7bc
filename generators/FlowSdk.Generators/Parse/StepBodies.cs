using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Reads what the bodies of steps say, each again only after an edit of it, or of a body that it uses.</summary>
internal sealed class StepBodies(INamedTypeSymbol flow, FlowBodies bodies, BodyNotes notes)
{
    /// <summary>The transitions of a step, without duplicates, in the order of the source.</summary>
    public ValueList<TransitionModel> Transitions(IMethodSymbol step) => notes.Of("Transitions", step, () => new ValueList<TransitionModel>(
        [.. StepTransitions.Of(step, bodies).Where(c => c.Targets.All(t => t.Method is not null)).Select(Transition).Distinct()]));

    /// <summary>What a step reads and sets, and where it stands.</summary>
    public StepSourceModel Source(IMethodSymbol step)
    {
        var place = step.Locations[0].GetLineSpan();
        return new(Path.GetFileName(place.Path), place.StartLinePosition.Line + 1, notes.Of("Access", step, () => BodyAccess.Of(step, flow, bodies)));
    }

    /// <summary>The types of the items over which the steps go that the class itself declares, as C# writes them: what their codecs follow from.</summary>
    public IEnumerable<string> Items() => PersistedTypes.Steps(flow).SelectMany(step => notes.Of("Items", step, () => new ValueList<string>(
        [.. PersistedTypes.Items(step, bodies).Select(FlowNames.Write)])));

    private static TransitionModel Transition(TransitionCall call) => new(
        call.Kind,
        new([.. call.Targets.Select(t => t.Method!.Name)]),
        call.ItemType is { } item ? item.IsAnonymousType || item.TypeKind == TypeKind.Error ? "object" : FlowNames.Write(item) : null);
}
