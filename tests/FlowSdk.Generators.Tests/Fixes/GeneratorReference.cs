using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Tests.Fixes;

/// <summary>Gives a project in a workspace the generator, as the package does in an editor.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    // A workspace knows its generators by their instances.
    private readonly ImmutableArray<ISourceGenerator> _generators = [new FlowGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
