using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A transition is a literal call in a step, and leads to steps.</summary>
internal static class TransitionRules
{
    public static void CheckCall(OperationAnalysisContext context)
    {
        if (TransitionCall.TryRead(context.Operation) is not { } transition)
        {
            return;
        }

        var call = (IInvocationOperation)context.Operation;
        var name = call.TargetMethod.Name;
        if (Misplaced(call, context.ContainingSymbol) is { } place)
        {
            Report(context, StepDiagnostics.TransitionNotLiteral, NameOf(call.Syntax), $"'{name}' is called {place}, where the graph cannot be read from it. Call it in the body of a method with [Step].");
        }

        foreach (var written in TransitionCall.WrittenNames(call))
        {
            Report(context, StepDiagnostics.TransitionNotLiteral, written.Syntax, $"The name of a target of '{name}' is written out. Leave the argument away: the compiler fills it in.");
        }

        foreach (var target in transition.Targets)
        {
            CheckTarget(context, name, target);
        }

        if (transition is { ItemType: { } item, Targets: [{ Method: { } body } first] } && FlowNames.IsStep(body))
        {
            CheckItem(context, item, body, first.Syntax);
            CheckPersistable(context, item, call);
        }
    }

    /// <summary>To, ForEach and InParallel themselves cannot be passed around as delegates.</summary>
    public static void CheckReference(OperationAnalysisContext context)
    {
        if (context.Operation is IMethodReferenceOperation { Method: var method } && TransitionCall.IsTransition(method))
        {
            Report(context, StepDiagnostics.TransitionNotLiteral, context.Operation.Syntax, $"'{method.Name}' is used as a delegate, so the graph cannot be read from its call. Call it in the body of a method with [Step].");
        }
    }

    private static string? Misplaced(IInvocationOperation call, ISymbol member)
    {
        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation)
            {
                return "in a lambda";
            }

            if (at is ILocalFunctionOperation { Symbol.Name: var local })
            {
                return $"in the local function '{local}'";
            }
        }

        return member is IMethodSymbol method && FlowNames.IsStep(method)
            ? null
            : $"in '{((member as IMethodSymbol)?.AssociatedSymbol ?? member).Name}', which is no step";
    }

    private static void CheckTarget(OperationAnalysisContext context, string name, TransitionTarget target)
    {
        if (target.Method is { } method)
        {
            if (!FlowNames.IsStep(method))
            {
                Report(context, StepDiagnostics.TargetIsNoStep, target.Syntax, method.Name);
            }
        }
        else if (!context.Operation.SemanticModel!.GetDiagnostics(target.Syntax.Span).Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            Report(context, StepDiagnostics.TransitionNotLiteral, target.Syntax, $"'{target.Syntax}' is not the name of a step of this flow. Give '{name}' the method itself, such as '{name}(End)'.");
        }
    }

    private static void CheckItem(OperationAnalysisContext context, ITypeSymbol item, IMethodSymbol body, SyntaxNode place)
    {
        var expected = Display(item);
        if (StepSignature.Read(body).Item is not { } parameter)
        {
            Report(context, StepDiagnostics.WrongItemType, place, $"Step '{body.Name}' takes no item. Give it a parameter of type '{expected}'.");
            return;
        }

        var conversion = context.Compilation.ClassifyConversion(item, parameter.Type);
        if (!conversion.IsIdentity && !(conversion.IsImplicit && conversion.IsReference))
        {
            Report(context, StepDiagnostics.WrongItemType, place, $"ForEach gives items of type '{expected}', but step '{body.Name}' takes '{Display(parameter.Type)}'. Change the parameter to '{expected}', or convert the items with Select.");
        }
    }

    private static void CheckPersistable(OperationAnalysisContext context, ITypeSymbol item, IInvocationOperation call)
    {
        if (new CodecPlanner(context.Compilation, context.ContainingSymbol.ContainingType).Plan(item) is { } problem)
        {
            var items = call.Arguments.First(a => a.Parameter?.Ordinal == 0).Syntax;
            context.ReportDiagnostic(Diagnostic.Create(
                StepDiagnostics.NotPersistable, items.GetLocation(), "An item", Display(item), problem.Path, problem.Reason.TrimEnd('.')));
        }
    }

    private static SyntaxNode NameOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation ? invocation.Expression : call;

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor descriptor, SyntaxNode place, string argument) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, place.GetLocation(), argument));
}
