using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Lambdas that run when the step may be over do not use its artifacts.</summary>
internal static class OutlivingRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is null)
        {
            return;
        }

        foreach (var lambda in body.Operations.OfType<IAnonymousFunctionOperation>())
        {
            if (Artifact(lambda) is { } artifact && Outlives(lambda, body) is var (what, advice))
            {
                inspection.Report(MistakeDiagnostics.Outlives, artifact.Syntax.GetLocation(), artifact.Property.Name, what, advice);
            }
        }
    }

    private static IPropertyReferenceOperation? Artifact(IAnonymousFunctionOperation lambda) => lambda.Descendants().OfType<IPropertyReferenceOperation>()
        .FirstOrDefault(p => OperationUse.IsThis(p.Instance) && FlowNames.Attribute(p.Property, "ArtifactAttribute") is not null && !OperationUse.IsInName(p));

    /// <summary>What keeps the lambda longer than the step lasts, and what to do about it.</summary>
    private static (string What, string Advice)? Outlives(IOperation lambda, MemberBody body)
    {
        var at = lambda;
        while (at.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var happening } } when !IsRemoved(happening, body) =>
                ($"a handler of the event '{happening.Name}'", "Remove the handler before the step ends, or copy the value into a variable"),
            IObjectCreationOperation { Type: { } timer } creation when FlowNames.Is(timer, "System.Threading", "Timer") && !IsDisposed(creation) =>
                ("a timer", "Dispose the timer before the step ends, with 'using', or copy the value into a variable"),
            IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" } } =>
                ("work for the thread pool", "Use Task.Run and await it, or copy the value into a variable"),
            IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew" } method } call when IsStarter(method.ContainingType) && IsForgotten(call, body) =>
                ("a task that is not awaited", "Await the task, or copy the value into a variable"),
            _ => null,
        };
    }

    private static bool IsStarter(ITypeSymbol type) => FlowNames.IsTask(type, "Task") || FlowNames.IsTask(type, "TaskFactory");

    private static bool IsRemoved(ISymbol happening, MemberBody body) => body.Operations.OfType<IEventAssignmentOperation>()
        .Any(a => a is { Adds: false, EventReference: IEventReferenceOperation { Event: var removed } } && SymbolEqualityComparer.Default.Equals(removed, happening));

    private static bool IsDisposed(IOperation creation) =>
        OperationUse.Ancestors(creation).Any(a => a is IUsingDeclarationOperation) || OperationUse.Ancestors(creation).OfType<IUsingOperation>().Any(u => u.Resources.Syntax.Span.Contains(creation.Syntax.Span));

    private static bool IsForgotten(IInvocationOperation call, MemberBody body) => call.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            !body.Operations.OfType<ILocalReferenceOperation>().Any(r => SymbolEqualityComparer.Default.Equals(r.Local, local)),
        _ => false,
    };
}
