using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What compiles and may even run, but hardly does what was meant.</summary>
internal static class MistakeDiagnostics
{
    public static readonly DiagnosticDescriptor StepCalled = new(
        "FLOW0080",
        "A step is led to, not called",
        "'{1}' {2} step '{0}', which then runs as a part of it and is no task: nothing of it is kept, retried or shown. Return To({0}), or move what both need into a method without [Step].",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0080"));

    public static readonly DiagnosticDescriptor TransitionDropped = new(
        "FLOW0081",
        "A transition is returned",
        "The transition {0} goes nowhere: {1}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0081"));

    public static readonly DiagnosticDescriptor Blocking = new(
        "FLOW0082",
        "An asynchronous step awaits",
        "'{0}' blocks the step's thread until the task is done, and does not notice when the step is canceled. Write 'await' instead.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0082"));

    public static readonly DiagnosticDescriptor NextKept = new(
        "FLOW0083",
        "A transition is made where it is returned",
        "'{0}' keeps a transition, which may be that of another task or step. Call To, ForEach or InParallel in the step that returns it.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0083"));

    public static readonly DiagnosticDescriptor SetAfterTransition = new(
        "FLOW0084",
        "Artifacts are set before the transition is made",
        "Artifact '{0}' is set after the transition was made: it is kept, but looks as if it did not belong to this step. Make the transition last.",
        "FlowSdk",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0084"));

    public static readonly DiagnosticDescriptor OldValue = new(
        "FLOW0085",
        "A transition is made from the artifacts' last values",
        "Artifact '{0}' is set after the transition was made from its old value. Set it first, then make the transition.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0085"));

    public static readonly DiagnosticDescriptor StaticState = new(
        "FLOW0086",
        "What steps share is an artifact",
        "'{0}' is static and is changed in '{1}', but tasks run in processes of their own: other tasks do not see it, or see that of an unrelated task. Use an artifact.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0086"));

    public static readonly DiagnosticDescriptor ConsoleInput = new(
        "FLOW0087",
        "A step does not ask",
        "'{0}' reads standard input, but a step runs in a worker process without one. Take a [Parameter], and ask before FlowApp.RunAsync if you must.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0087"));

    public static readonly DiagnosticDescriptor Unordered = new(
        "FLOW0088",
        "The items of a foreach have an order",
        "'{0}' has no order of its own, so which item has which number can differ from run to run. Sort the items, such as with Order().",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0088"));

    public static readonly DiagnosticDescriptor Outlives = new(
        "FLOW0089",
        "What outlives a step does not use its artifacts",
        "'{0}' is used by {1}, which may run after the step has ended, when its artifacts have been stored already. {2}.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0089"));

    public static readonly DiagnosticDescriptor FieldLost = new(
        "FLOW0090",
        "What one step leaves for another is an artifact",
        "'{0}' is changed in step '{1}' and read in step '{2}', but steps run in processes of their own, and only artifacts travel. Make it an [Artifact].",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0090"));

    public static readonly DiagnosticDescriptor CaseOnly = new(
        "FLOW0091",
        "Names differ in more than case",
        "'{0}' and '{1}' differ in case only, which people, command lines and file systems mix up. Rename one of them.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0091"));

    public static readonly DiagnosticDescriptor NoCancellation = new(
        "FLOW0092",
        "A step with a timeout takes a token",
        "Step '{0}' has a [Timeout] but takes no CancellationToken, so it learns nothing of it and is killed. Add a parameter 'CancellationToken cancellation', and pass it on.",
        "FlowSdk",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0092"));

    public static readonly DiagnosticDescriptor NameAsText = new(
        "FLOW0093",
        "Members are named with nameof",
        "\"{0}\" names an artifact as text, which a renaming would miss. Write nameof({0}).",
        "FlowSdk",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0093"));

    public static readonly DiagnosticDescriptor NoSuchArtifact = new(
        "FLOW0094",
        "What Merge names are artifacts",
        "\"{0}\" is no artifact of '{1}', so Merge can neither include nor exclude it. {2}.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0094"));

    public static readonly DiagnosticDescriptor MergeBoth = new(
        "FLOW0049",
        "Merge includes or excludes",
        "Merge is given both include and exclude, which always fails. Give one of them: include names all that is carried over, exclude what is left out of all that there is.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0049"));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        StepCalled,
        TransitionDropped,
        Blocking,
        NextKept,
        SetAfterTransition,
        OldValue,
        StaticState,
        ConsoleInput,
        Unordered,
        Outlives,
        FieldLost,
        CaseOnly,
        NoCancellation,
        NameAsText,
        NoSuchArtifact,
        MergeBoth,
    ];
}
