using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowSdk.Generated;

/// <summary>A parameter as the source generator has read it. Used by generated code.</summary>
/// <param name="name">The property's name.</param>
/// <param name="typeName">The declared type, as C# writes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParameterDefinition(string name, string typeName)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The declared type, as C# writes it.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The option without dashes: the name in kebab case.</summary>
    public required string Option { get; init; }

    /// <summary>The help text; empty if there is none.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The default as the source writes it; null if there is none.</summary>
    public string? DefaultText { get; init; }

    /// <summary>What a value must satisfy.</summary>
    public IReadOnlyList<ValidationAttribute> Validators { get; init; } = [];

    internal abstract void Accept(IParameterVisitor visitor);
}

/// <summary>A parameter as the source generator has read it. Used by generated code.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
/// <param name="name">The property's name.</param>
/// <param name="typeName">The declared type, as C# writes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterDefinition<T>(string name, string typeName) : ParameterDefinition(name, typeName)
{
    /// <summary>Reads the parameter of a flow object.</summary>
    public required Func<Flow, T> Get { get; init; }

    /// <summary>Reads a value from text.</summary>
    public required ParameterReader<T> Reader { get; init; }

    internal override void Accept(IParameterVisitor visitor) => visitor.Visit(this);
}
