using System.Collections.Concurrent;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>Reads each flow twice, from memory and anew, and writes nothing.</summary>
internal sealed class ComparingGenerator : IIncrementalGenerator
{
    private readonly ReadMemory<FlowModel?> _memory = new(FlowCandidates.IsCandidate, FlowReader.Read);

    public ConcurrentQueue<(FlowModel? Remembered, FlowModel? Anew)> Flows { get; } = [];

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, (output, compilation) =>
    {
        var anew = new ReadMemory<FlowModel?>(FlowCandidates.IsCandidate, FlowReader.Read).Read(compilation, output.CancellationToken);
        foreach (var pair in _memory.Read(compilation, output.CancellationToken).Zip(anew))
        {
            Flows.Enqueue(pair);
        }
    });
}
