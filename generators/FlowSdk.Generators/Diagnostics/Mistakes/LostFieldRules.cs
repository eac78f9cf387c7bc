using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>An ordinary field or property of a flow does not travel from step to step.</summary>
internal static class LostFieldRules
{
    public static void Check(FlowInspection inspection)
    {
        var members = inspection.Flow.GetMembers().Where(IsOrdinary).ToArray();
        if (members.Length == 0)
        {
            return;
        }

        var uses = inspection.Steps.Select(s => (Step: s, Uses: inspection.Notes.Of("Fields", s, () => UsesOf(s, members, inspection)))).ToArray();
        foreach (var member in members)
        {
            var setter = Array.Find(uses, u => u.Uses.Sets.Contains(member.Name));
            var reader = Array.Find(uses, u => u.Uses.Reads.Contains(member.Name) && !u.Uses.Sets.Contains(member.Name) && !u.Uses.Fills.Contains(member.Name));
            if (setter.Step is not null && reader.Step is not null)
            {
                inspection.Report(MistakeDiagnostics.FieldLost, member.Locations[0], member.Name, setter.Step.Name, reader.Step.Name);
            }
        }
    }

    // By name, of which the class has each once. What is filled while it is null is filled in each process.
    private static (HashSet<string> Sets, HashSet<string> Fills, HashSet<string> Reads) UsesOf(IMethodSymbol step, ISymbol[] members, FlowInspection inspection)
    {
        var (sets, fills, reads) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var reference in StepReach.Of(step, inspection.Flow, inspection.Bodies).OfType<IMemberReferenceOperation>())
        {
            if (members.Contains(reference.Member, SymbolEqualityComparer.Default) && OperationUse.IsThis(reference.Instance) && !OperationUse.IsInName(reference))
            {
                (CacheFill.Is(reference) ? fills : OperationUse.IsWritten(reference) || InPlaceChange.OfAny(reference) ? sets : reads).Add(reference.Member.Name);
            }
        }

        return (sets, fills, reads);
    }

    // One that cannot be assigned may still be changed in place.
    private static bool IsOrdinary(ISymbol member) => member switch
    {
        { IsStatic: true } or { IsImplicitlyDeclared: true } => false,
        IFieldSymbol field => !field.IsConst && MemberBodies.IsOfAuthor(field),
        IPropertySymbol property => property is { IsIndexer: false, IsPartialDefinition: false }
            && FlowNames.Attribute(property, "ParameterAttribute") is null
            && FlowNames.Attribute(property, "ArtifactAttribute") is null
            && MemberBodies.IsOfAuthor(property)
            && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property)),
        _ => false,
    };
}
