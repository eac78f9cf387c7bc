using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Finds out what the state of an object is.</summary>
/// <remarks>
/// Of a type of this compilation, every field is state: none is lost in silence. Of a type of another assembly, whose private
/// fields are not visible, it is what is public.
/// </remarks>
internal sealed class StateReader(Compilation compilation)
{
    private readonly List<StateMember> _members = [];

    /// <summary>The state of a type, base types first.</summary>
    public IReadOnlyList<StateMember> Read(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            chain.Push(current);
        }

        foreach (var current in chain)
        {
            if (SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, compilation.Assembly))
            {
                AddFields(current);
            }
            else
            {
                AddPublic(current);
            }
        }

        return _members;
    }

    private void AddFields(INamedTypeSymbol type)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false }).ToList();
        foreach (var field in DeclaredMembers.Of(type).OfType<IFieldSymbol>().Where(f => f is { IsStatic: false, IsConst: false }))
        {
            if (field.AssociatedSymbol is IPropertySymbol property)
            {
                if (!Attributes.IsIgnored(property) && !Attributes.IsIgnored(field))
                {
                    Add(new(property, field));
                }
            }
            else if (field.AssociatedSymbol is null && !Attributes.IsIgnored(field))
            {
                var behind = field.DeclaredAccessibility == Accessibility.Public ? null : properties.Find(p => IsFieldOf(p, field));
                if (behind is null || !Attributes.IsIgnored(behind))
                {
                    Add(new(behind, field));
                }
            }
        }
    }

    private void AddPublic(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().Where(m => m is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && !Attributes.IsIgnored(m)))
        {
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property:
                    Add(new(property, null));
                    break;
                case IFieldSymbol { IsConst: false } field:
                    Add(new(null, field));
                    break;
                default:
                    break;
            }
        }
    }

    // What a derived class overrides is one member with what it overrides.
    private void Add(StateMember member)
    {
        if (member.Property is { IsOverride: true })
        {
            _members.RemoveAll(m => m.Property is not null && m.Name == member.Name);
        }

        _members.Add(member);
    }

    private static bool IsFieldOf(IPropertySymbol property, IFieldSymbol field) =>
        property is { GetMethod: not null, ExplicitInterfaceImplementations.IsEmpty: true }
        && StateMember.Same(property.Name, StateMember.Trim(field.Name))
        && SymbolEqualityComparer.Default.Equals(property.Type, field.Type);
}
