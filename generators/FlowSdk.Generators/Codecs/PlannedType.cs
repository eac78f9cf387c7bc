namespace FlowSdk.Generators.Codecs;

/// <summary>What the planner knows of a type.</summary>
internal sealed class PlannedType
{
    /// <summary>How it is persisted; null while that is being found out, or if it cannot be, or needs no registration.</summary>
    public CodecModel? Model { get; set; }

    public PlanFailure? Failure { get; set; }

    /// <summary>Whether the type itself lets nothing be changed.</summary>
    public bool IsImmutable { get; set; }

    /// <summary>The types on which it depends whether all that a value refers to is immutable too.</summary>
    public List<string> Parts { get; } = [];
}
