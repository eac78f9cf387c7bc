using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Finds out how the types of a flow are persisted, or why they cannot be.</summary>
/// <param name="compilation">The compilation of the codecs.</param>
/// <param name="within">What the codecs will stand in: a flow, or only the assembly.</param>
internal sealed class CodecPlanner(Compilation compilation, ISymbol within)
{
    private readonly Dictionary<string, PlannedType> _types = [];
    private readonly List<string> _order = [];

    /// <summary>Plans a type and all that it holds.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Null if it can be persisted.</returns>
    public CodecProblem? Plan(ITypeSymbol type) => PlanPart(type) is { } failure
        ? new(failure.Members.Length == 0 ? TypeNames.Short(type) : $"{TypeNames.Short(type)}.{failure.Members}", failure.Reason)
        : null;

    /// <summary>The codecs of all that was planned.</summary>
    public CodecSet Build()
    {
        // All are immutable until one of their parts is not.
        bool changed;
        do
        {
            changed = false;
            foreach (var type in _types.Values.Where(t => t is { IsImmutable: true, Failure: null } && t.Parts.Exists(p => !_types[p].IsImmutable)))
            {
                type.IsImmutable = false;
                changed = true;
            }
        }
        while (changed);

        return new(new ValueList<CodecModel>([.. _order
            .Select(name => _types[name])
            .Where(t => t is { Model: not null, Failure: null })
            .Select(t => t.Model! with { IsImmutable = t.IsImmutable })]));
    }

    /// <summary>Plans a type; while it is planned it counts as one that can be persisted, so that types may contain themselves.</summary>
    internal PlanFailure? PlanPart(ITypeSymbol type)
    {
        var name = TypeNames.Full(type);
        if (!_types.TryGetValue(name, out var planned))
        {
            var done = _order.Count;
            planned = new PlannedType();
            _types.Add(name, planned);
            planned.Failure = PlanNew(type, name, planned);
            if (planned.Failure is not null)
            {
                Forget(done);
            }

            _order.Add(name);
        }

        return planned.Failure;
    }

    /// <summary>Forgets which types can be persisted, of those planned since: they may hold the one that cannot, which counted as one that can.</summary>
    private void Forget(int done)
    {
        foreach (var name in _order.Skip(done).Where(n => _types[n].Failure is null))
        {
            _types.Remove(name);
        }

        _order.RemoveAll(n => !_types.ContainsKey(n));
    }

    private PlanFailure? PlanNew(ITypeSymbol type, string name, PlannedType planned)
    {
        switch (type)
        {
            // The compiler says what is wrong with it.
            case IErrorTypeSymbol:
                return null;
            case IArrayTypeSymbol array:
                return PlanArray(array, name, planned);
            case INamedTypeSymbol named:
                return PlanNamed(named, name, planned);
            case IDynamicTypeSymbol:
                return new("", "dynamic cannot be persisted: what it holds is known at run time only. Declare the type");
            case ITypeParameterSymbol:
                return new("", $"{type.Name} is a type parameter, and a codec is made for each type by itself. Name the type");
            default:
                return new("", $"{TypeNames.Short(type)} cannot be persisted: it is an address, which means nothing in another process");
        }
    }

    private PlanFailure? PlanArray(IArrayTypeSymbol array, string name, PlannedType planned)
    {
        if (PlanPart(array.ElementType) is { } failure)
        {
            return failure;
        }

        var element = TypeNames.Full(array.ElementType);
        var raw = StandardTypes.IsRaw(array.ElementType) ? "Raw" : "";
        planned.Model = array.Rank == 1
            ? Standard(name, $"{raw}Array<{element}>()")
            : Standard(name, $"{raw}MultiDimensional<{name}, {element}>({array.Rank}, static n => {ArrayCreation.Of(array)})");
        return null;
    }

    private PlanFailure? PlanNamed(INamedTypeSymbol type, string name, PlannedType planned)
    {
        if (StandardTypes.IsScalar(type))
        {
            planned.IsImmutable = true;
            return null;
        }

        if (TypeRefusals.Find(type, compilation, within) is { } refusal)
        {
            return new("", refusal);
        }

        if (Attributes.Find(type, "FlowSdk.ArtifactCodecAttribute") is { } custom)
        {
            return PlanCustom(type, name, custom, planned);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            planned.IsImmutable = true;
            planned.Model = Standard(name, $"Enum<{name}, {TypeNames.Full(type.EnumUnderlyingType!)}>()");
            return null;
        }

        if (StandardTypes.Find(type) is { } standard)
        {
            return PlanStandard(type, name, standard, planned);
        }

        if (TupleShape.Of(type) is { } tuple)
        {
            planned.IsImmutable = true;
            planned.Model = tuple.Model;
            return PlanParts(planned, tuple.Elements);
        }

        if (TypeNames.Metadata(type) == "System.Collections.BitArray")
        {
            planned.Model = Standard(name, "BitArray()");
            return null;
        }

        return Attributes.Find(type, "FlowSdk.ArtifactUnionAttribute") is { } union
            ? new UnionPlan(this, compilation, within).Plan(type, union, planned)
            : new ObjectPlan(this, compilation, within).Plan(type, planned);
    }

    private static PlanFailure? PlanCustom(INamedTypeSymbol type, string name, AttributeData attribute, PlannedType planned)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol codec }])
        {
            return null;
        }

        if (!codec.AllInterfaces.Any(i => TypeNames.Metadata(i) == "FlowSdk.IArtifactCodec`1" && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type)))
        {
            return new("", $"its codec {TypeNames.Short(codec)} does not implement IArtifactCodec<{TypeNames.Short(type)}>");
        }

        if (codec.IsAbstract || !codec.InstanceConstructors.Any(c => c is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public }))
        {
            return new("", $"its codec {TypeNames.Short(codec)} has no public constructor without parameters");
        }

        planned.Model = Standard(name, $"Custom<{name}>(new {TypeNames.Full(codec)}())");
        return null;
    }

    private PlanFailure? PlanStandard(INamedTypeSymbol type, string name, StandardType standard, PlannedType planned)
    {
        var raw = standard.HasRaw && StandardTypes.IsRaw(type.TypeArguments[0]) ? "Raw" : "";
        planned.IsImmutable = standard.IsImmutable;
        planned.Model = Standard(name, $"{raw}{standard.Factory}<{string.Join(", ", type.TypeArguments.Select(TypeNames.Full))}>()");
        return PlanParts(planned, type.TypeArguments);
    }

    private PlanFailure? PlanParts(PlannedType planned, IEnumerable<ITypeSymbol> parts)
    {
        PlanFailure? first = null;
        foreach (var part in parts)
        {
            planned.Parts.Add(TypeNames.Full(part));
            first ??= PlanPart(part);
        }

        return first;
    }

    private static StandardCodecModel Standard(string name, string factory) => new(name, $"global::FlowSdk.Generated.StandardCodecs.{factory}");
}
