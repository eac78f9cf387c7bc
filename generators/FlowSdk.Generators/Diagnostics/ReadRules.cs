using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What <c>ReadAsync</c> reads is of a type for which a codec can be made where the call is compiled.</summary>
internal static class ReadRules
{
    public static void Check(SyntaxNodeAnalysisContext context)
    {
        if (ReadCall.IsCandidate(context.Node)
            && ReadCall.TryRead(context.Node, context.SemanticModel, context.CancellationToken) is { } type
            && new CodecPlanner(context.Compilation, context.Compilation.Assembly).Plan(type) is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ReadDiagnostics.TypeWithoutCodec,
                ((GenericNameSyntax)context.Node).TypeArgumentList.Arguments[0].GetLocation(),
                type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                problem.Path,
                problem.Reason.TrimEnd('.')));
        }
    }
}
