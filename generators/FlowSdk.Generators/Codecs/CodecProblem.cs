namespace FlowSdk.Generators.Codecs;

/// <summary>Why a type cannot be persisted.</summary>
/// <param name="Path">The member that is to blame, such as <c>Model.Session</c>; the type's own name if it is the type itself.</param>
/// <param name="Reason">A sentence that says why and what to do.</param>
internal sealed record CodecProblem(string Path, string Reason);
