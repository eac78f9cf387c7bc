using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Lambdas and methods that run when the step may be over do not use its artifacts.</summary>
internal static class OutlivingRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is null)
        {
            return;
        }

        foreach (var code in body.Operations.Where(o => o is IAnonymousFunctionOperation or IMethodReferenceOperation))
        {
            if (Outlives(code, body) is var (what, advice) && Artifact(code, inspection) is var (artifact, place))
            {
                inspection.Report(MistakeDiagnostics.Outlives, place.GetLocation(), artifact, what, advice);
            }
        }
    }

    /// <summary>An artifact that the code uses, and where: in a lambda, or where a method is named that does.</summary>
    private static (string Artifact, SyntaxNode Place)? Artifact(IOperation code, FlowInspection inspection) => code switch
    {
        IAnonymousFunctionOperation lambda when Used(lambda.Descendants()) is { } used => (used.Property.Name, used.Syntax),
        IMethodReferenceOperation { Method: var method } when (method.MethodKind == MethodKind.LocalFunction || OperationUse.IsThis(((IMethodReferenceOperation)code).Instance))
            && Used(inspection.Bodies.Of(method)) is { } used => (used.Property.Name, code.Syntax),
        _ => null,
    };

    private static IPropertyReferenceOperation? Used(IEnumerable<IOperation> operations) => operations.OfType<IPropertyReferenceOperation>()
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
            IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var happening, Instance: var publisher } } when !IsRemoved(happening, body) && !IsOfStep(publisher, body) =>
                ($"a handler of the event '{happening.Name}'", "Remove the handler before the step ends, or copy the value into a variable"),
            IObjectCreationOperation { Type: { } timer } creation when IsTimer(timer) && !IsDisposed(creation) =>
                ("a timer", "Dispose the timer before the step ends, with 'using', or copy the value into a variable"),
            IObjectCreationOperation { Type: { } thread } when FlowNames.Is(thread, "System.Threading", "Thread") && !body.Operations.Any(IsJoin) =>
                ("a thread", "Join the thread before the step ends, or copy the value into a variable"),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { IsStatic: true, Name: var kept } } } =>
                ($"what the static '{kept}' keeps", "Call it in the step, or copy the value into a variable"),
            IInvocationOperation { TargetMethod: { Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" } } =>
                ("work for the thread pool", "Use Task.Run and await it, or copy the value into a variable"),
            IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew" } method } call when IsStarter(method.ContainingType) && IsForgotten(call, body) =>
                ("a task that is not awaited", "Await the task, or copy the value into a variable"),
            _ => null,
        };
    }

    private static bool IsJoin(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "Join" } method } && FlowNames.Is(method.ContainingType, "System.Threading", "Thread");

    private static bool IsStarter(ITypeSymbol type) => FlowNames.IsTask(type, "Task") || FlowNames.IsTask(type, "TaskFactory");

    /// <summary>Whether an object goes with the step: the flow itself, or one that the step has made for itself.</summary>
    private static bool IsOfStep(IOperation? publisher, MemberBody body) =>
        OperationUse.IsThis(publisher)
        || (publisher is ILocalReferenceOperation { Local: var local }
            && body.Operations.OfType<IVariableDeclaratorOperation>().FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local))?.GetVariableInitializer()?.Value is { } value
            && OperationUse.Unwrap(value) is IObjectCreationOperation { Type: { } made } creation
            && (!IsTimer(made) || IsDisposed(creation)));

    // Whoever made it, it rings until it is disposed.
    private static bool IsTimer(ITypeSymbol type) => FlowNames.Is(type, "System.Threading", "Timer") || FlowNames.Is(type, "System.Timers", "Timer");

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
