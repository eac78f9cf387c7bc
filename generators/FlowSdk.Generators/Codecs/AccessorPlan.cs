using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Plans how a field or setter is reached past its accessibility.</summary>
internal static class AccessorPlan
{
    /// <param name="name">The name in metadata.</param>
    /// <param name="member">The field or property.</param>
    public static AccessorModel Plan(string name, ISymbol member)
    {
        var type = member.ContainingType;
        var definition = member.OriginalDefinition;
        var value = definition is IFieldSymbol field ? field.Type : ((IPropertySymbol)definition).Type;
        var parameters = Chain(type.OriginalDefinition).SelectMany(t => t.TypeParameters).ToList();
        var arguments = Chain(type).SelectMany(t => t.TypeArguments).ToList();
        return new(
            name,
            TypeNames.Full(type.OriginalDefinition),
            TypeNames.Full(value),
            parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(TypeNames.Full))}>",
            arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(TypeNames.Full))}>",
            string.Concat(parameters.Select(Constraint)));
    }

    private static Stack<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Push(current);
        }

        return chain;
    }

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            parts.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            parts.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            parts.Add("class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            parts.Add("notnull");
        }

        parts.AddRange(parameter.ConstraintTypes.Select(TypeNames.Full));
        if (parameter.HasConstructorConstraint)
        {
            parts.Add("new()");
        }

        return parts.Count == 0 ? "" : $" where {TypeNames.Full(parameter)} : {string.Join(", ", parts)}";
    }
}
