using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>What a flow's definition is made of. It does not change when only the bodies of its steps do, save for their transitions.</summary>
internal sealed record FlowShape
{
    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The class, fully qualified.</summary>
    public required string Type { get; init; }

    /// <summary>The flow that it derives from, fully qualified; null if that is Flow itself.</summary>
    public required string? BaseFlow { get; init; }

    /// <summary>Whether only other flows derive from it, so that it has no definition.</summary>
    public required bool IsAbstract { get; init; }

    /// <summary>Whether no flow can derive from it.</summary>
    public required bool IsSealed { get; init; }

    public required string Summary { get; init; }

    /// <summary>The artifacts that the class itself declares.</summary>
    public required ValueList<ArtifactModel> Artifacts { get; init; }

    /// <summary>All parameters, those of base classes first.</summary>
    public required ValueList<ParameterModel> Parameters { get; init; }

    /// <summary>All steps, those of base classes first.</summary>
    public required ValueList<StepModel> Steps { get; init; }

    /// <summary>The members that an object initializer has to set.</summary>
    public required ValueList<string> RequiredMembers { get; init; }

    /// <summary>The arguments of the constructor, as expressions over <c>services</c>.</summary>
    public required ValueList<string> ConstructorArguments { get; init; }
}
