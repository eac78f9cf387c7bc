using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>Makes the model of a flow. Only here does the generator see the compiler's symbols; none leaves.</summary>
internal static class FlowReader
{
    public static FlowModel? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not { } flow
            || !FlowNames.IsFlow(flow)
            || !FlowCandidates.IsFirstPart(flow, declaration, cancellation))
        {
            return null;
        }

        var compilation = context.SemanticModel.Compilation;
        var place = ReadPlace(flow);
        var diagnostics = EmissionRules.Check(flow, declaration, compilation, cancellation).ToArray();
        if (diagnostics.Any(d => EmissionRules.PreventsEmission(d.Descriptor)))
        {
            return new(place, null, default, null, new(diagnostics));
        }

        var bodies = new FlowBodies(compilation, cancellation);
        var steps = StepSymbols.Of(flow)
            .Select(s => (Method: s, Signature: StepSignature.Read(s)))
            .Where(s => StepModels.CanEmit(s.Method, s.Signature, flow, compilation))
            .ToArray();
        return new(
            place,
            ReadShape(flow, steps, bodies),
            flow.IsAbstract ? default : new([.. steps.Select(s => BodyAccess.Of(s.Method, flow, bodies))]),
            PlanCodecs(flow, bodies),
            new(diagnostics));
    }

    /// <summary>The files in which a flow is written, and those of the flows that it derives from: their bodies and comments are read.</summary>
    public static IEnumerable<SyntaxTree> Files(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetDeclaredSymbol((ClassDeclarationSyntax)context.Node, cancellation) is { } flow && FlowNames.IsFlow(flow)
            ? FlowNames.FlowChain(flow).SelectMany(t => t.DeclaringSyntaxReferences).Select(r => r.SyntaxTree)
            : [];

    private static FlowPlace ReadPlace(INamedTypeSymbol flow)
    {
        var containing = FlowNames.Containing(flow).Reverse().ToArray();
        var name = string.Join("+", containing.Append(flow).Select(t => t.MetadataName));
        var namespaces = FlowNames.Namespaces(flow);
        return new(
            string.Join(".", namespaces.Append(name)),
            string.Join(".", namespaces.Select(n => $"@{n}")),
            new([.. containing.Select(t => $"partial {Keyword(t)} @{t.Name}")]),
            $"@{flow.Name}");
    }

    private static FlowShape ReadShape(INamedTypeSymbol flow, (IMethodSymbol Method, StepSignature Signature)[] steps, FlowBodies bodies)
    {
        var cancellation = bodies.Cancellation;
        return new()
        {
            Name = flow.Name,
            Type = FlowNames.WriteNotNull(flow),
            BaseFlow = IsWritten(flow.BaseType!, bodies) ? FlowNames.WriteNotNull(flow.BaseType!) : null,
            IsAbstract = flow.IsAbstract,
            IsSealed = flow.IsSealed,
            Summary = DocumentationReader.Summary(flow, cancellation),
            Artifacts = new([.. ArtifactSymbols.Of(flow).Where(p => ArtifactSymbols.CanEmit(p, cancellation)).Select(p => ArtifactSymbols.Read(p, cancellation))]),
            Parameters = new([.. ParameterSymbols.Of(flow).Where(p => ParameterSymbols.CanEmit(p, flow, bodies.Compilation)).Select(p => ParameterSymbols.Read(p, bodies.Compilation, cancellation))]),
            Steps = flow.IsAbstract ? default : new([.. steps.Select(s => StepModels.Read(s.Method, s.Signature, flow, bodies))]),
            RequiredMembers = new([.. Construction.RequiredMembers(flow)]),
            ConstructorArguments = new([.. Construction.Arguments(flow)]),
        };
    }

    /// <summary>Whether the other part of a base flow is written: where it is not, what is wrong is said of the base alone.</summary>
    private static bool IsWritten(INamedTypeSymbol type, FlowBodies bodies) =>
        !FlowNames.Is(type, "Flow")
        && type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(bodies.Cancellation)).FirstOrDefault(FlowCandidates.IsCandidate) is ClassDeclarationSyntax part
        && !EmissionRules.Check(type, part, bodies.Compilation, bodies.Cancellation).Any(d => EmissionRules.PreventsEmission(d.Descriptor));

    /// <summary>The codecs of what the class itself declares: a base flow brings its own.</summary>
    private static CodecSet PlanCodecs(INamedTypeSymbol flow, FlowBodies bodies)
    {
        var planner = new CodecPlanner(bodies.Compilation, flow);
        foreach (var type in PersistedTypes.Of(flow, bodies))
        {
            planner.Plan(type);
        }

        return planner.Build();
    }

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
