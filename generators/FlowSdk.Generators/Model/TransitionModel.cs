using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>A transition that a step's body can return.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Targets">The names of the steps that it leads to.</param>
/// <param name="ItemType">For a foreach, the type of its items, fully qualified; else null.</param>
internal sealed record TransitionModel(TransitionKind Kind, ValueList<string> Targets, string? ItemType);
