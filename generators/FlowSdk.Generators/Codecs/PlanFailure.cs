namespace FlowSdk.Generators.Codecs;

/// <summary>Why a type cannot be persisted, and which of its members, down to the one that is to blame.</summary>
/// <param name="Members">The members on the way, with dots; empty if it is the type itself.</param>
/// <param name="Reason">Why.</param>
internal sealed record PlanFailure(string Members, string Reason)
{
    public PlanFailure Under(string member) => this with { Members = Members.Length == 0 ? member : $"{member}.{Members}" };
}
