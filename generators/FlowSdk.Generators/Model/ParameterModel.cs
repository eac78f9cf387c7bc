using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>A parameter of a flow.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="TypeName">Its type as C# writes it, with namespaces.</param>
/// <param name="Option">The name in kebab case.</param>
/// <param name="Help">The help text; empty if there is none.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="DefaultText">The default as the source writes it; null if there is none.</param>
/// <param name="Reader">The expression that makes its reader.</param>
/// <param name="Validators">The expressions that make its validators.</param>
internal sealed record ParameterModel(
    string Name,
    string Type,
    string TypeName,
    string Option,
    string Help,
    bool IsRequired,
    string? DefaultText,
    string Reader,
    ValueList<string> Validators);
