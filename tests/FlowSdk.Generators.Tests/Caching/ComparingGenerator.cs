using System.Collections.Concurrent;
using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Tests.Caching;

/// <summary>Reads each flow twice, from memory and anew, and writes nothing.</summary>
internal sealed class ComparingGenerator : IIncrementalGenerator
{
    private readonly ReadMemory<FlowModel?> _memory = new(FlowReader.Read, FlowReader.Files);

    public ConcurrentQueue<(FlowModel? Remembered, FlowModel? Anew)> Flows { get; } = [];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var flows = context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => FlowCandidates.IsCandidate(node), (candidate, cancellation) =>
        {
            Flows.Enqueue((_memory.Read(candidate, cancellation), FlowReader.Read(candidate, cancellation)));
            return 0;
        });
        context.RegisterSourceOutput(flows, static (_, _) => { });
    }
}
