using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.CodeFixes;

/// <summary>Adds the join of a split whose branches run on to the end of the flow: they lead to it, and it leads to the end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddJoinFix() : SyntaxFix<MethodDeclarationSyntax>("FLOW0030")
{
    private protected override SyntaxEdit? Fix(MethodDeclarationSyntax node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        if (node.Parent is not TypeDeclarationSyntax flow)
        {
            return null;
        }

        var methods = flow.Members.OfType<MethodDeclarationSyntax>().GroupBy(m => m.Identifier.ValueText).ToDictionary(g => g.Key, g => g.First());
        var branches = Reached(node, methods);
        var exits = branches.SelectMany(Calls).SelectMany(FlowSyntax.Targets).Where(t => IsEnd(t, methods)).ToArray();
        if (exits.Length == 0 || exits.Select(e => e.Identifier.ValueText).Distinct().Count() > 1 || branches.Contains(methods[exits[0].Identifier.ValueText]))
        {
            return null;
        }

        var name = FlowSyntax.Free("Join", flow.Members.Select(m => m is MethodDeclarationSyntax method ? method.Identifier.ValueText : m is PropertyDeclarationSyntax property ? property.Identifier.ValueText : ""));
        var edit = new SyntaxEdit($"Add a join '{name}'");
        foreach (var exit in exits)
        {
            edit.And(exit, old => SyntaxFactory.IdentifierName(name).WithTriviaFrom(old));
        }

        var last = branches.OrderBy(b => b.SpanStart).Last();
        var join = SyntaxFactory.ParseMemberDeclaration($"[Step] public Next {name}(Inputs<{flow.Identifier.ValueText}> inputs) => To({exits[0].Identifier.ValueText});")!
            .WithLeadingTrivia(last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(FlowSyntax.EndOfLine(flow));
        return edit.And(flow, type => type.WithMembers(type.Members.Insert(flow.Members.IndexOf(last) + 1, join)));
    }

    /// <summary>The steps between the split and the end.</summary>
    private static HashSet<MethodDeclarationSyntax> Reached(MethodDeclarationSyntax split, Dictionary<string, MethodDeclarationSyntax> methods)
    {
        var reached = new HashSet<MethodDeclarationSyntax>();
        var queue = new Queue<IdentifierNameSyntax>(Calls(split).Where(c => IsSplit(c)).SelectMany(FlowSyntax.Targets));
        while (queue.Count > 0)
        {
            if (methods.TryGetValue(queue.Dequeue().Identifier.ValueText, out var step) && step != split && reached.Add(step))
            {
                foreach (var target in Calls(step).SelectMany(FlowSyntax.Targets).Where(t => !IsEnd(t, methods)))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(MethodDeclarationSyntax step) =>
        step.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(FlowSyntax.IsTransition);

    private static bool IsSplit(InvocationExpressionSyntax call) =>
        call.Expression is SimpleNameSyntax { Identifier.ValueText: not "To" } || call.ArgumentList.Arguments.Count > 1;

    private static bool IsEnd(IdentifierNameSyntax target, Dictionary<string, MethodDeclarationSyntax> methods) =>
        methods.TryGetValue(target.Identifier.ValueText, out var step) && step.ReturnType.ToString() is "void" or "Task" or "ValueTask";
}
