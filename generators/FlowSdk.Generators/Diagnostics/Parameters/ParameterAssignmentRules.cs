using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Only what constructs a flow sets its parameters.</summary>
internal static class ParameterAssignmentRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Member is not IMethodSymbol { IsInitOnly: false, MethodKind: not MethodKind.Constructor })
        {
            return;
        }

        foreach (var reference in body.References.OfType<IPropertyReferenceOperation>())
        {
            if (OperationUse.IsThis(reference.Instance) && OperationUse.IsWritten(reference) && FlowNames.Attribute(reference.Property, "ParameterAttribute") is not null)
            {
                inspection.Report(ParameterDiagnostics.Assigned, reference.Syntax.GetLocation(), reference.Property.Name, body.Name);
            }
        }
    }
}
