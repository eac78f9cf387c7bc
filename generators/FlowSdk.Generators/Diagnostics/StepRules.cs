using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Steps are methods that the runtime can call.</summary>
internal static class StepRules
{
    /// <summary>Checks all steps of a flow, and reports what is wrong with those that it declares.</summary>
    /// <returns>Whether all are right, so that it makes sense to look at the graph.</returns>
    public static bool Check(FlowInspection inspection)
    {
        var flow = inspection.Flow;
        var steps = inspection.Steps;
        var problems = steps.Select(s => (Step: s, Problem: Find(s, flow, inspection.Compilation))).Where(s => s.Problem is not null).ToArray();
        foreach (var (step, problem) in problems.Where(p => inspection.Declares(p.Step)))
        {
            inspection.Report(problem!);
        }

        return CheckNames(steps, inspection) && problems.Length == 0;
    }

    private static Diagnostic? Find(IMethodSymbol step, INamedTypeSymbol flow, Compilation compilation)
    {
        var place = step.Locations[0];
        var signature = StepSignature.Read(step);
        if (signature.Return is null)
        {
            var type = step.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return Diagnostic.Create(StepDiagnostics.ReturnType, place, step.Name, step.IsAsync ? $"async {type}" : type);
        }

        if (Shape(step, flow, compilation) is { } reason)
        {
            return Diagnostic.Create(StepDiagnostics.Signature, place, step.Name, reason);
        }

        var parameters = signature.Parameters;
        if (parameters.FirstOrDefault(p => p.Source == StepParameterSource.Unsupported) is { } unsupported)
        {
            return Diagnostic.Create(
                StepDiagnostics.Signature, unsupported.Symbol.Locations[0], step.Name, $"takes '{unsupported.Symbol.Name}' in a way that nothing can give it. Make it an ordinary parameter: not ref, in, out, params or optional.");
        }

        return new[] { StepParameterSource.Item, StepParameterSource.Inputs, StepParameterSource.Gang }
            .Select(s => parameters.Where(p => p.Source == s).Skip(1).FirstOrDefault())
            .Where(second => second is not null)
            .Select(second => Diagnostic.Create(
                StepDiagnostics.Signature, second!.Symbol.Locations[0], step.Name, $"takes '{second.Symbol.Name}' beside another {Describe(second.Source)}. Remove one, or mark it with [FromServices] if it is a service."))
            .FirstOrDefault()
            ?? CheckInputs(step, signature, flow, compilation);
    }

    private static Diagnostic? CheckInputs(IMethodSymbol step, StepSignature signature, INamedTypeSymbol flow, Compilation compilation)
    {
        if (signature.Parameters.FirstOrDefault(p => p.Source == StepParameterSource.Inputs)?.Symbol is not { Type: INamedTypeSymbol { TypeArguments: [var input] } } parameter
            || input.TypeKind == TypeKind.Error
            || compilation.ClassifyCommonConversion(flow, input) is { Exists: true, IsImplicit: true })
        {
            return null;
        }

        return Diagnostic.Create(
            StepDiagnostics.Signature, parameter.Locations[0], step.Name, $"takes the inputs of flow '{input.Name}', but joins branches of '{flow.Name}'. Take Inputs<{flow.Name}>.");
    }

    private static string? Shape(IMethodSymbol step, INamedTypeSymbol flow, Compilation compilation) => step switch
    {
        { IsStatic: true } => "is static, so it has no artifacts. Make it a method of the instance.",
        { IsGenericMethod: true } => "has type parameters, which nothing can give it. Make it an ordinary method.",
        _ when !compilation.IsSymbolAccessibleWithin(step, flow) => $"is private in '{step.ContainingType.Name}', so '{flow.Name}' cannot call it. Make it protected.",
        _ => null,
    };

    private static bool CheckNames(IReadOnlyList<IMethodSymbol> steps, FlowInspection inspection)
    {
        var isRight = true;
        var chain = FlowNames.FlowChain(inspection.Flow);
        foreach (var name in steps.Select(s => s.Name).Distinct())
        {
            var methods = chain.SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>().Where(m => m.OverriddenMethod is null).ToArray();
            if (methods.Length > 1)
            {
                isRight = false;
                if (inspection.Declares(methods[methods.Length - 1]))
                {
                    inspection.Report(StepDiagnostics.TwoStepsOfOneName, methods[methods.Length - 1].Locations[0], inspection.Flow.Name, name);
                }
            }
        }

        return isRight;
    }

    private static string Describe(StepParameterSource source) => source switch
    {
        StepParameterSource.Inputs => "Inputs",
        StepParameterSource.Gang => "Gang",
        _ => "item",
    };
}
