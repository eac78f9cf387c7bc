using FlowSdk.Generators.Codecs;

namespace FlowSdk.Generators.Model;

/// <summary>A step of a flow.</summary>
internal sealed record StepModel
{
    /// <summary>The method's name.</summary>
    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>The transitions of its body, without duplicates, in the order of the source.</summary>
    public required ValueList<TransitionModel> Transitions { get; init; }

    public required bool IsJoin { get; init; }

    public required bool TakesGang { get; init; }

    public required bool NeedsServices { get; init; }

    public required StepReturn Return { get; init; }

    /// <summary>The arguments of a call, as expressions over <c>call</c>.</summary>
    public required ValueList<string> Arguments { get; init; }

    /// <summary>The properties of the definition that carry attributes, and the expressions that make these.</summary>
    public required ValueList<(string Property, string Expression)> Attributes { get; init; }
}
