using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>Parameters are options that can be told apart, written as text, and left to their defaults.</summary>
internal static class ParameterRules
{
    public static void Check(FlowInspection inspection)
    {
        var options = new Dictionary<string, IPropertySymbol>();
        foreach (var parameter in inspection.Parameters)
        {
            var option = KebabCase.From(parameter.Name);
            if (options.TryGetValue(option, out var other) && other.Name != parameter.Name)
            {
                var place = inspection.Declares(parameter) ? parameter.Locations[0] : inspection.Flow.Locations[0];
                inspection.Report(ParameterDiagnostics.SameOption, place, other.Name, parameter.Name, option);
            }

            options[option] = parameter;
            if (inspection.Declares(parameter))
            {
                CheckOne(parameter, option, inspection);
            }
        }
    }

    private static void CheckOne(IPropertySymbol parameter, string option, FlowInspection inspection)
    {
        var place = parameter.Locations[0];
        if (OptionNames.IsReserved(option))
        {
            inspection.Report(ParameterDiagnostics.ReservedOption, place, parameter.Name, option);
        }

        if (NotText(parameter.Type) is { } advice)
        {
            inspection.Report(ParameterDiagnostics.NotText, place, parameter.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), advice);
        }

        if (Initializer(parameter, inspection.Cancellation) is not { } initializer)
        {
            CheckZero(parameter, option, inspection);
            return;
        }

        // How far an expression comes in its time is another each time.
        if (parameter.GetAttributes().Any(a => a.AttributeClass?.Name == "RegularExpressionAttribute"))
        {
            inspection.LookAgain();
        }

        if (parameter.IsRequired)
        {
            inspection.Report(ParameterDiagnostics.RequiredWithDefault, initializer.GetLocation(), parameter.Name);
        }
        else if (inspection.Bodies.OfInitializer(parameter).Select(o => o.ConstantValue).FirstOrDefault(c => c.HasValue) is { HasValue: true } value
            && DefaultRules.Broken(value.Value, parameter) is { } rule)
        {
            inspection.Report(ParameterDiagnostics.DefaultRefused, initializer.GetLocation(), parameter.Name, initializer.ToString(), rule, option);
        }
    }

    /// <summary>A number without a default is zero, which is a default as well.</summary>
    private static void CheckZero(IPropertySymbol parameter, string option, FlowInspection inspection)
    {
        if (!parameter.IsRequired && IsNumber(parameter.Type) && DefaultRules.Broken(0, parameter) is { } rule && !IsSetByConstructor(parameter, inspection))
        {
            inspection.Report(ParameterDiagnostics.DefaultRefused, parameter.Locations[0], parameter.Name, "0", rule, option);
        }
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsSetByConstructor(IPropertySymbol parameter, FlowInspection inspection) => FlowNames.FlowChain(inspection.Flow)
        .SelectMany(t => t.InstanceConstructors)
        .SelectMany(inspection.Bodies.Of)
        .OfType<IPropertyReferenceOperation>()
        .Any(r => SymbolEqualityComparer.Default.Equals(r.Property, parameter) && OperationUse.IsWritten(r));

    private static string? NotText(ITypeSymbol type) => type switch
    {
        _ when FlowNames.Is(type, "ArtifactFile") => "Take an IncludedFile, whose content is stored with the run, or the path as a string",
        IArrayTypeSymbol array => NotText(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => generic.TypeArguments.Select(NotText).FirstOrDefault(a => a is not null),
        _ => null,
    };

    private static ExpressionSyntax? Initializer(IPropertySymbol parameter, CancellationToken cancellation) => parameter.DeclaringSyntaxReferences
        .Select(r => (r.GetSyntax(cancellation) as PropertyDeclarationSyntax)?.Initializer?.Value)
        .FirstOrDefault(v => v is not null);
}
