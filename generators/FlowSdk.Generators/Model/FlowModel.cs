using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>All that the generator needs to know of a flow, in parts that change for different reasons.</summary>
/// <param name="Place">Where generated parts of the flow stand.</param>
/// <param name="Shape">What the main file is made of; null if nothing can be emitted for the class.</param>
/// <param name="Sources">What the table of sources is made of.</param>
/// <param name="Codecs">What the codecs are made of.</param>
/// <param name="Diagnostics">What the generator itself has to report.</param>
internal sealed record FlowModel(
    FlowPlace Place, FlowShape? Shape, ValueList<StepSourceModel> Sources, CodecSet? Codecs, ValueList<DiagnosticModel> Diagnostics);
