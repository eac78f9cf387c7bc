using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Emit;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators;

/// <summary>Writes the other part of each flow, and the codecs of what is read from past runs.</summary>
/// <remarks>
/// Three files a flow, each with a model of its own, so that typing in the body of a step writes none of them anew but
/// the small table of sources, and that only if it changed.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class FlowGenerator : IIncrementalGenerator
{
    private readonly ReadMemory<FlowModel?> _flows;
    private readonly ReadMemory<CodecSet> _reads = new(ReadCall.IsCandidate, ReadCall.PlanCodecs);

    /// <summary>Makes the generator.</summary>
    public FlowGenerator()
        : this(FlowReader.Read)
    {
    }

    /// <summary>Makes a generator that reads flows in another way, so that a test can count.</summary>
    internal FlowGenerator(Func<SyntaxNode, Compilation, ReadNotes, CancellationToken, FlowModel?> read) => _flows = new(FlowCandidates.IsCandidate, read);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var flows = context.CompilationProvider
            .SelectMany((compilation, cancellation) => _flows.Read(compilation, cancellation).OfType<FlowModel>())
            .WithTrackingName("Flows");

        // Names of files are compared without case, names of classes are not.
        var ambiguous = flows
            .Select(static (flow, _) => flow.Place.Name)
            .Collect()
            .Select(static (names, _) => new ValueList<string>(HintNames.Ambiguous(names)))
            .WithTrackingName("AmbiguousNames");

        var shapes = flows.Select(static (flow, _) => (flow.Place, flow.Shape)).WithTrackingName("Shapes");
        context.RegisterSourceOutput(shapes.Combine(ambiguous), static (output, item) =>
        {
            if (item.Left is (var place, { } shape))
            {
                output.AddSource(HintNames.Of(place, item.Right, ""), ShapeEmitter.Emit(place, shape));
            }
        });

        var sources = flows
            .Where(static flow => flow.Shape is { IsAbstract: false })
            .Select(static (flow, _) => (flow.Place, flow.Sources))
            .WithTrackingName("Sources");
        context.RegisterSourceOutput(sources.Combine(ambiguous), static (output, item) => output.AddSource(
            HintNames.Of(item.Left.Place, item.Right, ".Sources"), SourcesEmitter.Emit(item.Left.Place, item.Left.Sources)));

        var codecs = flows.Select(static (flow, _) => (flow.Place, flow.Codecs)).WithTrackingName("Codecs");
        context.RegisterSourceOutput(codecs.Combine(ambiguous), static (output, item) =>
        {
            if (item.Left is (var place, { } set))
            {
                output.AddSource(
                    HintNames.Of(place, item.Right, ".Codecs"), FlowFile.Write(place, "", writer => writer.Lines(CodecEmitter.Emit(set))));
            }
        });

        var reads = context.CompilationProvider
            .Select((compilation, cancellation) => CodecSet.Union(_reads.Read(compilation, cancellation)))
            .WithTrackingName("Reads");
        context.RegisterSourceOutput(reads, static (output, set) =>
        {
            if (set.Codecs.Count > 0)
            {
                output.AddSource("FlowSdk.Reads.g.cs", ReadEmitter.Emit(set));
            }
        });

        context.RegisterSourceOutput(
            flows.SelectMany(static (flow, _) => flow.Diagnostics).WithTrackingName("Diagnostics"),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
