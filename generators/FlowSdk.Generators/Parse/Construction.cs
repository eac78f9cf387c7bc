using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds out how a flow is constructed.</summary>
internal static class Construction
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection";

    /// <summary>The arguments of the flow's constructor, as expressions over <c>services</c>. Of several constructors, the one with most parameters.</summary>
    public static IEnumerable<string> Arguments(INamedTypeSymbol flow) =>
        flow.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).FirstOrDefault()?.Parameters.Select(Argument) ?? [];

    /// <summary>The members that an object initializer has to set, so that the parameters can be set after them.</summary>
    public static IEnumerable<string> RequiredMembers(INamedTypeSymbol flow) =>
        FlowNames.FlowChain(flow).SelectMany(DeclaredMembers.Of).Where(IsRequired).Select(m => m.Name).Distinct();

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static string Argument(IParameterSymbol parameter)
    {
        var type = FlowNames.WriteNotNull(parameter.Type);
        if (FlowNames.Is(parameter.Type, "System", "IServiceProvider"))
        {
            return "services";
        }

        if (parameter.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "FromKeyedServicesAttribute") is { ConstructorArguments: [var key] })
        {
            return $"{Injection}.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<{type}>(services, {Literals.Write(key)})";
        }

        return parameter.NullableAnnotation == NullableAnnotation.Annotated
            ? $"{Injection}.ServiceProviderServiceExtensions.GetService<{type}>(services)"
            : $"{Injection}.ServiceProviderServiceExtensions.GetRequiredService<{type}>(services)";
    }
}
