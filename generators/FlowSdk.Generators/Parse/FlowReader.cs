using FlowSdk.Generators.Codecs;
using FlowSdk.Generators.Diagnostics;
using FlowSdk.Generators.Memory;
using FlowSdk.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>Makes the model of a flow. Only here does the generator see the compiler's symbols; none leaves.</summary>
internal static class FlowReader
{
    public static FlowModel? Read(SyntaxNode piece, Compilation compilation, ReadNotes notes, CancellationToken cancellation) => notes.Of("Flow", looked =>
    {
        var declaration = (ClassDeclarationSyntax)piece;
        if (compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is not { } flow
            || !FlowNames.IsFlow(flow)
            || !FlowCandidates.IsFirstPart(flow, declaration, cancellation))
        {
            return null;
        }

        // Of all files in which the flow is written, and those of the flows that it derives from, comments are read, and places.
        foreach (var part in FlowNames.FlowChain(flow).SelectMany(t => t.DeclaringSyntaxReferences))
        {
            looked.Add(part.SyntaxTree.GetRoot(cancellation));
        }

        return Read(flow, declaration, new(compilation, cancellation), notes);
    });

    private static FlowModel Read(INamedTypeSymbol flow, ClassDeclarationSyntax declaration, FlowBodies bodies, ReadNotes notes)
    {
        var place = ReadPlace(flow);
        var diagnostics = EmissionRules.Check(flow, declaration, bodies.Compilation, bodies.Cancellation).ToArray();
        if (diagnostics.Any(d => EmissionRules.PreventsEmission(d.Descriptor)))
        {
            return new(place, null, default, null, new(diagnostics));
        }

        var steps = StepSymbols.Of(flow)
            .Select(s => (Method: s, Signature: StepSignature.Read(s)))
            .Where(s => StepModels.CanEmit(s.Method, s.Signature, flow, bodies.Compilation))
            .ToArray();
        var read = new StepBodies(flow, bodies, new(notes, bodies));
        return new(
            place,
            ReadShape(flow, steps, read, bodies),
            flow.IsAbstract ? default : new([.. steps.Select(s => read.Source(s.Method))]),
            notes.Of($"Codecs of {string.Join("; ", read.Items())}", _ => PlanCodecs(flow, bodies)),
            new(diagnostics));
    }

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

    private static FlowShape ReadShape(INamedTypeSymbol flow, (IMethodSymbol Method, StepSignature Signature)[] steps, StepBodies read, FlowBodies bodies)
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
            Steps = flow.IsAbstract ? default : new([.. steps.Select(s => StepModels.Read(s.Method, s.Signature, flow, read, cancellation))]),
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
