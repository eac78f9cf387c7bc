using FlowSdk.Generators.Parse;
using Microsoft.CodeAnalysis.Operations;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>A step that waits and has a timeout takes the token that tells it of the timeout.</summary>
internal static class CancellationRules
{
    public static void Check(MemberBody body, FlowInspection inspection)
    {
        if (body.Step is { } step
            && StepAttributes.Find(step, "TimeoutAttribute").Length > 0
            && !StepSignature.Read(step).Parameters.Any(p => p.Source == StepParameterSource.Cancellation)
            && body.Operations.Any(o => o is IAwaitOperation))
        {
            inspection.Report(MistakeDiagnostics.NoCancellation, step.Locations[0], step.Name);
        }
    }
}
