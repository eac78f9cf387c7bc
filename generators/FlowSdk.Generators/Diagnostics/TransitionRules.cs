using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A transition is a literal call in a step, and leads to steps.</summary>
internal static class TransitionRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var operation in body.Operations)
        {
            if (TransitionCall.TryRead(operation) is { } transition)
            {
                CheckCall((IInvocationOperation)operation, transition, body, inspection);
            }

            // To, ForEach and InParallel themselves cannot be passed around as delegates.
            else if (operation is IMethodReferenceOperation { Method: var method } && TransitionCall.IsTransition(method))
            {
                Report(inspection, StepDiagnostics.TransitionNotLiteral, operation.Syntax, $"'{method.Name}' is used as a delegate, so the graph cannot be read from its call. Call it in the body of a method with [Step].");
            }
        }
    }

    private static void CheckCall(IInvocationOperation call, TransitionCall transition, MemberBody body, FlowInspection inspection)
    {
        var name = call.TargetMethod.Name;
        // What another transition leads to is a forgotten step, which is said there.
        if (Misplaced(call, body) is { } place && (body.Step is not null || !inspection.Targets.Contains(body.Member)))
        {
            Report(inspection, StepDiagnostics.TransitionNotLiteral, NameOf(call.Syntax), $"'{name}' is called {place}, where the graph cannot be read from it. Call it in the body of a method with [Step].");
        }

        foreach (var written in TransitionCall.WrittenNames(call))
        {
            Report(inspection, StepDiagnostics.TransitionNotLiteral, written.Syntax, $"The name of a target of '{name}' is written out. Leave the argument away: the compiler fills it in.");
        }

        foreach (var target in transition.Targets)
        {
            CheckTarget(call, target, inspection);
        }

        CheckCount(call, transition, inspection);
        if (transition is { ItemType: { } item, Targets: [{ Method: { } step } first] } && FlowNames.IsStep(step))
        {
            CheckItem(item, step, first.Syntax, inspection);
            CheckPersistable(item, call, inspection);
        }
    }

    private static string? Misplaced(IInvocationOperation call, MemberBody body)
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

        return body.Step is not null ? null : $"in '{body.Name}', which is no step";
    }

    private static void CheckTarget(IInvocationOperation call, TransitionTarget target, FlowInspection inspection)
    {
        if (target.Method is { } method)
        {
            if (!FlowNames.IsStep(method))
            {
                Report(inspection, StepDiagnostics.TargetIsNoStep, target.Syntax, method.Name);
            }
        }

        // What is an error by itself: a warning is one or none by the options, and by what #pragma says elsewhere.
        else if (!call.SemanticModel!.GetDiagnostics(target.Syntax.Span).Any(d => d.DefaultSeverity == DiagnosticSeverity.Error))
        {
            Report(inspection, StepDiagnostics.TransitionNotLiteral, target.Syntax, $"'{target.Syntax}' is not the name of a step of this flow. Give '{call.TargetMethod.Name}' the method itself, such as '{call.TargetMethod.Name}(End)'.");
        }
    }

    private static void CheckCount(IInvocationOperation call, TransitionCall transition, FlowInspection inspection)
    {
        if (transition.Kind == TransitionKind.Gang
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0) is { Value: { ConstantValue: { HasValue: true, Value: int and < 1 and var count } } value })
        {
            inspection.Report(StepDiagnostics.EmptyGang, value.Syntax.GetLocation(), count, transition.Targets[0].Syntax);
        }
    }

    private static void CheckItem(ITypeSymbol item, IMethodSymbol body, SyntaxNode place, FlowInspection inspection)
    {
        var expected = Display(item);
        if (StepSignature.Read(body).Item is not { } parameter)
        {
            Report(inspection, StepDiagnostics.WrongItemType, place, $"Step '{body.Name}' takes no item. Give it a parameter of type '{expected}'.");
            return;
        }

        var conversion = inspection.Compilation.ClassifyConversion(item, parameter.Type);
        if (!conversion.IsIdentity && !(conversion.IsImplicit && conversion.IsReference))
        {
            Report(inspection, StepDiagnostics.WrongItemType, place, $"ForEach gives items of type '{expected}', but step '{body.Name}' takes '{Display(parameter.Type)}'. Change the parameter to '{expected}', or convert the items with Select.");
        }
    }

    private static void CheckPersistable(ITypeSymbol item, IInvocationOperation call, FlowInspection inspection)
    {
        if (inspection.Planner.Plan(item) is { } problem)
        {
            var items = call.Arguments.First(a => a.Parameter?.Ordinal == 0).Syntax;
            inspection.Report(StepDiagnostics.NotPersistable, items.GetLocation(), "An item", Display(item), problem.Path, problem.Reason.TrimEnd('.'));
        }
    }

    private static SyntaxNode NameOf(SyntaxNode call) => call is InvocationExpressionSyntax invocation ? invocation.Expression : call;

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static void Report(FlowInspection inspection, DiagnosticDescriptor descriptor, SyntaxNode place, string argument) =>
        inspection.Report(descriptor, place.GetLocation(), argument);
}
