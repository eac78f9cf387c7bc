using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>All rules that a flow is to keep.</summary>
internal static class FlowRules
{
    /// <summary>Reports what is wrong with a flow.</summary>
    public static void Check(FlowInspection inspection)
    {
        var flow = inspection.Flow;
        inspection.Look("Declarations", flow, () =>
        {
            MemberRules.Check(inspection);
            ParameterRules.Check(inspection);
            AttributeRules.Check(inspection);
            CaseRules.Check(inspection);
            return true;
        });
        BodyRules.Check(inspection);
        LostFieldRules.Check(inspection);
        CatchRules.CheckTransitions(inspection);
        if (inspection.Look("Steps", flow, () => StepRules.Check(inspection)) && !flow.IsAbstract && IsWhole(flow))
        {
            FlowGraphRules.Check(inspection);
        }
    }

    /// <summary>Whether all steps can be seen: those of a base of another assembly cannot, which the generator reports.</summary>
    private static bool IsWhole(INamedTypeSymbol flow) =>
        FlowNames.FlowChain(flow).All(t => SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, flow.ContainingAssembly));
}
