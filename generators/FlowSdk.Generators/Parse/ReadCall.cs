using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>A call, or another mention, of <c>TaskRun.ReadAsync&lt;T&gt;</c>: T needs a codec, whether an artifact of a flow here has that type or not.</summary>
internal static class ReadCall
{
    /// <summary>Tells from syntax alone what may be one. It runs over every node on every edit.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is GenericNameSyntax { Identifier.ValueText: "ReadAsync", TypeArgumentList.Arguments.Count: 1 };

    /// <summary>The type that is read; null if the name is that of something else.</summary>
    public static ITypeSymbol? TryRead(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(node, cancellation);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { Name: "ReadAsync", TypeArguments: [var type], ContainingType: var declaring }
            && TypeNames.Metadata(declaring) == "FlowSdk.TaskRun"
                ? type
                : null;
    }

    /// <summary>The codecs of the type; none for what is no such call, or cannot be persisted, which the analyzer reports.</summary>
    public static CodecSet PlanCodecs(SyntaxNode piece, Compilation compilation, ReadNotes notes, CancellationToken cancellation) => notes.Of("Codecs", looked =>
    {
        looked.Add(piece);
        var planner = new CodecPlanner(compilation, compilation.Assembly);
        return TryRead(piece, compilation.GetSemanticModel(piece.SyntaxTree), cancellation) is { } type && planner.Plan(type) is null ? planner.Build() : new(default);
    });
}
