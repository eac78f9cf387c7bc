using FlowSdk.Generators.Model;
using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Finds what keeps the generator from writing a part of a flow, or a piece of it.</summary>
internal static class EmissionRules
{
    /// <summary>Whether nothing at all can be written for the class.</summary>
    public static bool PreventsEmission(DiagnosticDescriptor descriptor) =>
        descriptor != EmissionDiagnostics.ArtifactNotPartial && descriptor != EmissionDiagnostics.ParameterNotInit;

    public static IEnumerable<DiagnosticModel> Check(
        INamedTypeSymbol flow, ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var place = declaration.Identifier.GetLocation();
        if (!IsPartial(declaration))
        {
            yield return DiagnosticModel.Create(EmissionDiagnostics.NotPartial, place, flow.Name);
        }

        foreach (var containing in declaration.Ancestors().OfType<TypeDeclarationSyntax>().Where(t => !IsPartial(t)))
        {
            yield return DiagnosticModel.Create(
                EmissionDiagnostics.ContainingTypeNotPartial, containing.Identifier.GetLocation(), flow.Name, containing.Identifier.ValueText);
        }

        if (FlowNames.Containing(flow).Prepend(flow).Any(t => t.TypeParameters.Length > 0))
        {
            yield return DiagnosticModel.Create(EmissionDiagnostics.Generic, place, flow.Name);
        }

        if (FlowNames.Containing(flow).Prepend(flow).Any(t => t.IsFileLocal))
        {
            yield return DiagnosticModel.Create(EmissionDiagnostics.FileLocal, place, flow.Name);
        }

        if (FlowNames.FlowChain(flow).FirstOrDefault(t => !SymbolEqualityComparer.Default.Equals(t.ContainingAssembly, compilation.Assembly)) is { } foreign)
        {
            yield return DiagnosticModel.Create(EmissionDiagnostics.BaseInOtherAssembly, place, flow.Name, foreign.Name);
        }

        foreach (var artifact in ArtifactSymbols.Of(flow).Where(p => p.PartialDefinitionPart is null && !ArtifactSymbols.CanEmit(p, cancellation)))
        {
            yield return DiagnosticModel.Create(
                EmissionDiagnostics.ArtifactNotPartial, artifact.Locations[0], artifact.Name, Display(artifact));
        }

        foreach (var parameter in ParameterSymbols.Of(flow).Where(p => !ParameterSymbols.CanEmit(p, flow, compilation)))
        {
            yield return DiagnosticModel.Create(
                EmissionDiagnostics.ParameterNotInit, parameter.Locations[0], parameter.Name, flow.Name, Display(parameter));
        }
    }

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Display(IPropertySymbol property) => property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
