using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Codecs;

/// <summary>Plans how objects of a user's type are taken apart and made again.</summary>
internal sealed class ObjectPlan(CodecPlanner planner, Compilation compilation, ISymbol within)
{
    public PlanFailure? Plan(INamedTypeSymbol type, PlannedType planned)
    {
        if (TypeRefusals.FindObject(type) is { } refusal)
        {
            return new("", refusal);
        }

        if (!IsOfThisAssembly(type) && type.AllInterfaces.Any(i => i.Name is "IDisposable" or "IAsyncDisposable"))
        {
            return new("", $"{TypeNames.Long(type)} cannot be persisted: it holds resources of its process. Store what is needed to make one");
        }

        var state = new StateReader(compilation).Read(type);
        var layout = new MemberLayout(type, state);
        if (layout.Check() is { } wrong)
        {
            return wrong;
        }

        var constructor = ConstructorChoice.Choose(type, layout.Members, compilation, within);
        if (constructor is null)
        {
            return new("", $"{TypeNames.Long(type)} cannot be persisted: it has no accessible constructor whose parameters are all members of the same name and type");
        }

        var setsRequired = constructor.GetAttributes().Any(a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute");
        var models = new List<MemberModel>();
        var members = new List<StateMember>();
        foreach (var member in layout.Members)
        {
            if (Restore(member, constructor, setsRequired) is not { } restore)
            {
                if (IsCollection(member.Type))
                {
                    return new(member.Name, $"{member.Name} is a collection that no constructor or setter sets. Add an init accessor");
                }

                if (IsStored(member))
                {
                    return new(member.Name, $"{member.Name} can be read but not set back: it has no setter that is accessible, and no constructor takes it. Store what is needed to make a {TypeNames.Short(type)}");
                }

                // Of another assembly, and computed.
                continue;
            }

            if (planner.PlanPart(member.Type) is { } failure)
            {
                return failure.Under(member.Name);
            }

            members.Add(member);
            models.Add(Model(member, restore));
            planned.Parts.Add(TypeNames.Full(member.Type));
        }

        if (members.Count == 0 && (state.Count > 0 || !IsOfThisAssembly(type)))
        {
            return new("", $"{TypeNames.Long(type)} cannot be persisted: it has no constructor or settable members that restore it");
        }

        planned.IsImmutable = type.IsValueType || !members.Exists(m => m.IsMutable);
        planned.Model = new ObjectCodecModel(
            TypeNames.Full(type),
            type.IsValueType,
            type.IsSealed,
            layout.IsArray,
            new ValueList<MemberModel>(models),
            new ValueList<ArgumentModel>([.. constructor.Parameters.Select(p => ConstructorChoice.Argument(p, members))]));
        return null;
    }

    private MemberRestore? Restore(StateMember member, IMethodSymbol constructor, bool setsRequired)
    {
        if (member.IsRequired && !setsRequired)
        {
            return MemberRestore.Initializer;
        }

        if (constructor.Parameters.Any(member.Matches))
        {
            return MemberRestore.Constructor;
        }

        if (member.Property is { } property)
        {
            var setter = property.SetMethod;
            return setter is { IsInitOnly: false } && compilation.IsSymbolAccessibleWithin(setter, within) ? MemberRestore.Assignment
                : setter is not null && IsPlain(property) ? MemberRestore.Setter
                : member.Field is not null ? MemberRestore.Field
                : null;
        }

        return !member.Field!.IsReadOnly && IsAccessible(member.Field) ? MemberRestore.Assignment : MemberRestore.Field;
    }

    private MemberModel Model(StateMember member, MemberRestore restore)
    {
        var isReadByAccessor = member.Property is { } property
            ? property.GetMethod is null || !IsPlain(property) || !compilation.IsSymbolAccessibleWithin(property.GetMethod, within) || !IsAccessible(property)
            : !IsAccessible(member.Field!);
        var accessor = isReadByAccessor || restore == MemberRestore.Field ? AccessorPlan.Plan(member.Field!.MetadataName, member.Field)
            : restore == MemberRestore.Setter ? AccessorPlan.Plan(member.Property!.SetMethod!.MetadataName, member.Property)
            : null;
        return new(
            SyntaxFacts.GetKeywordKind(member.Name) == SyntaxKind.None ? member.Name : $"@{member.Name}",
            MemberLayout.Key(member),
            MemberLayout.Number(member),
            TypeNames.Full(member.Type),
            accessor,
            isReadByAccessor,
            isReadByAccessor && restore == MemberRestore.Setter ? MemberRestore.Field : restore,
            restore == MemberRestore.Initializer);
    }

    private bool IsOfThisAssembly(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private bool IsAccessible(ISymbol member) => compilation.IsSymbolAccessibleWithin(member, within);

    /// <summary>Whether a property of another assembly has a field behind it, which cannot be seen: then the compiler wrote its getter.</summary>
    private static bool IsStored(StateMember member) =>
        member.Property?.GetMethod is { } getter && Attributes.Find(getter, "System.Runtime.CompilerServices.CompilerGeneratedAttribute") is not null;

    private static bool IsPlain(IPropertySymbol property) => property.ExplicitInterfaceImplementations.IsEmpty;

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);
}
