using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with an attribute of a step.</summary>
internal static class AttributeDiagnostics
{
    public static readonly DiagnosticDescriptor NotOnStep = new(
        "FLOW0070",
        "What says how a step runs stands on a step",
        "[{0}] stands on '{1}', which is no step, so it does nothing. Mark '{1}' with [Step], or remove [{0}].",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0070"));

    public static readonly DiagnosticDescriptor Value = new(
        "FLOW0071",
        "The values of an attribute make sense",
        "[{0}] {1}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0071"));

    public static readonly DiagnosticDescriptor CatchArtifact = new(
        "FLOW0072",
        "A failure is kept in an artifact of type StepFailure?",
        "[Catch] of step '{0}' names '{1}', {2}. Declare '[Artifact] public partial StepFailure? {3} {{ get; set; }}', and name it with nameof({3}).",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0072"));

    public static readonly DiagnosticDescriptor CatchChoice = new(
        "FLOW0073",
        "A step whose failure is caught has one way to go on",
        "Step '{0}' has [Catch], but {1}: after a failure nobody is left to do that. Let '{0}' lead to one step, or to a branch, and move the rest to the step after it.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0073"));

    public static readonly DiagnosticDescriptor Variable = new(
        "FLOW0074",
        "An environment variable of a step is one that can be set",
        "[EnvironmentVariable] of step '{0}' {1}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0074"));

    public static readonly DiagnosticDescriptor Filter = new(
        "FLOW0075",
        "A filter of a step is one",
        "[{0}] {1}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0075"));

    public static readonly DiagnosticDescriptor RetryExcept = new(
        "FLOW0076",
        "Retries except exceptions",
        "[Retry(Except)] of step '{0}' names '{1}', which is no exception, so nothing is ever excepted by it. Name a class that derives from Exception.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0076"));

    public static readonly DiagnosticDescriptor OutsideFlow = new(
        "FLOW0077",
        "Steps, artifacts and parameters stand in a flow",
        "[{0}] stands in '{1}', which is no flow, so it does nothing. Derive '{1}' from Flow, or remove [{0}].",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0077"));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotOnStep,
        Value,
        CatchArtifact,
        CatchChoice,
        Variable,
        Filter,
        RetryExcept,
        OutsideFlow,
    ];
}
