using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Asynchronous code of a flow waits for tasks with await. What has been awaited before, or asked whether it is done, may be read.</summary>
internal static class BlockingRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        foreach (var operation in body.Operations)
        {
            if (Waiting(operation) is { } task && IsInAsync(operation, body.Member) && !OperationUse.IsInName(operation) && !IsKnownToBeDone(task, operation, body))
            {
                inspection.Report(MistakeDiagnostics.Blocking, operation.Syntax.GetLocation(), operation.Syntax.ToString());
            }
        }
    }

    /// <summary>Whether the method, lambda or local function around an operation can await.</summary>
    private static bool IsInAsync(IOperation operation, ISymbol member) => OperationUse.Ancestors(operation).FirstOrDefault(a => a is IAnonymousFunctionOperation or ILocalFunctionOperation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol.IsAsync,
        ILocalFunctionOperation local => local.Symbol.IsAsync,
        _ => member is IMethodSymbol { IsAsync: true },
    };

    /// <summary>The task that an operation blocks on; null if it does not.</summary>
    private static IOperation? Waiting(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod: { Name: "Wait", IsStatic: false }, Instance: { } task } when IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } method } call when FlowNames.IsTask(method.ContainingType, "Task") => call,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } when IsTask(task.Type) => task,
        _ => null,
    };

    private static bool IsTask(ITypeSymbol? type) =>
        type is not null && (FlowNames.IsTask(type, "Task") || FlowNames.IsTask(type, "Task`1") || FlowNames.IsTask(type, "ValueTask") || FlowNames.IsTask(type, "ValueTask`1"));

    // By any await before that names it: Task.WhenAll takes tasks in many ways.
    private static bool IsKnownToBeDone(IOperation task, IOperation use, MemberBody body)
    {
        var names = Variables(task).ToArray();
        return names.Length > 0 && body.Operations
            .Where(o => o.Syntax.SpanStart < use.Syntax.SpanStart && o is IAwaitOperation or IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" })
            .Any(o => Variables(o).Intersect(names, SymbolEqualityComparer.Default).Any());
    }

    private static IEnumerable<ISymbol> Variables(IOperation operation) => operation.DescendantsAndSelf()
        .Select(o => o switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => (ISymbol?)null,
        })
        .OfType<ISymbol>();
}
