using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Plans a base type of which the concrete types are listed.</summary>
internal sealed class UnionPlan(CodecPlanner planner, Compilation compilation, ISymbol within)
{
    public PlanFailure? Plan(INamedTypeSymbol type, AttributeData attribute, PlannedType planned)
    {
        var variants = attribute.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values : [a]).Select(v => v.Value).OfType<INamedTypeSymbol>().ToList();
        if (variants.Count == 0)
        {
            return new("", $"the [ArtifactUnion] on {TypeNames.Short(type)} lists no type");
        }

        ObjectCodecModel? plain = null;
        foreach (var variant in variants)
        {
            if (SymbolEqualityComparer.Default.Equals(variant, type))
            {
                var own = new PlannedType();
                if (new ObjectPlan(planner, compilation, within).Plan(type, own) is { } wrong)
                {
                    return wrong;
                }

                plain = (ObjectCodecModel)own.Model!;
                planned.Parts.AddRange(own.Parts);
                planned.IsImmutable = own.IsImmutable;
                continue;
            }

            if (!compilation.ClassifyCommonConversion(variant, type).IsImplicit)
            {
                return new("", $"the [ArtifactUnion] on {TypeNames.Short(type)} lists {TypeNames.Short(variant)}, which does not derive from it");
            }

            if (TypeRefusals.IsMutableStruct(variant))
            {
                var (name, union) = (TypeNames.Short(variant), TypeNames.Short(type));
                return new("", $"the [ArtifactUnion] on {union} lists {name}, a struct that can be changed: as {union} it is a copy, and a change of that is lost. Make it a readonly struct, or a class");
            }

            if (planner.PlanPart(variant) is { } failure)
            {
                return failure with { Members = failure.Members.Length == 0 ? "" : $"({TypeNames.Short(variant)}).{failure.Members}" };
            }

            planned.Parts.Add(TypeNames.Full(variant));
        }

        planned.IsImmutable = plain is null || planned.IsImmutable;
        var isShortEnough = variants.Select(TypeNames.Short).Distinct().Count() == variants.Count;
        planned.Model = new UnionCodecModel(
            TypeNames.Full(type),
            new ValueList<VariantModel>([.. variants.Select(v => new VariantModel(isShortEnough ? TypeNames.Short(v) : TypeNames.Long(v), TypeNames.Full(v)))]),
            plain);
        return null;
    }
}
