namespace FlowSdk.Generators.Parse;

/// <summary>Where the value of a step's parameter comes from.</summary>
internal enum StepParameterSource
{
    /// <summary>Nowhere: a step cannot have such a parameter.</summary>
    Unsupported,

    /// <summary>The item of the foreach.</summary>
    Item,

    /// <summary>What a join closes.</summary>
    Inputs,

    /// <summary>The member's place in its gang.</summary>
    Gang,

    /// <summary>The token of the attempt.</summary>
    Cancellation,

    /// <summary>The host.</summary>
    Service,
}
