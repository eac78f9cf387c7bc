using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with a member of a flow.</summary>
internal static class StepDiagnostics
{
    public static readonly DiagnosticDescriptor ReservedName = new(
        "FLOW0007",
        "A member of a flow has a name of its own",
        "'{0}' is the name of a member of {1}, which this one hides. Rename it.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0007"));

    public static readonly DiagnosticDescriptor NotPersistable = new(
        "FLOW0008",
        "What a flow keeps can be persisted",
        "{0} of type '{1}' cannot be persisted. {2}: {3}.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0008"));

    public static readonly DiagnosticDescriptor ReturnType = new(
        "FLOW0011",
        "A step returns Next, and the end nothing",
        "Step '{0}' returns '{1}'. A step returns Next, Task<Next> or ValueTask<Next>; the end returns void without async, Task or ValueTask.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0011"));

    public static readonly DiagnosticDescriptor Signature = new(
        "FLOW0012",
        "A step can be called",
        "Step '{0}' {1}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0012"));

    public static readonly DiagnosticDescriptor TwoStepsOfOneName = new(
        "FLOW0013",
        "A step has a name of its own",
        "Flow '{0}' has several methods '{1}', and a transition knows its target by name alone. Rename all but the step.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0013"));

    public static readonly DiagnosticDescriptor TransitionNotLiteral = new(
        "FLOW0014",
        "A transition is a literal call in a step",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0014"));

    public static readonly DiagnosticDescriptor TargetIsNoStep = new(
        "FLOW0015",
        "A transition leads to a step",
        "'{0}' is no step of the flow, so nothing can lead to it. Mark the method with [Step], or name another one.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0015"));

    public static readonly DiagnosticDescriptor WrongItemType = new(
        "FLOW0016",
        "The body of a foreach takes its items",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0016"));

    public static readonly DiagnosticDescriptor EmptyGang = new(
        "FLOW0018",
        "A gang has at least one member",
        "InParallel is asked for {0} tasks of '{1}'. A gang has at least one member: give it a count from 1 on.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0018"));

    public static readonly DiagnosticDescriptor NullTransition = new(
        "FLOW0019",
        "A step returns a transition, not null",
        "Step '{0}' returns null here, which leads nowhere: the run fails. Return To, ForEach or InParallel. Only the last step, which returns nothing at all, ends the flow.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0019"));

    public static readonly DiagnosticDescriptor ItemWithoutForEach = new(
        "FLOW0017",
        "Only the body of a foreach takes an item",
        "Step '{0}' takes '{1}', but {2}. Use ForEach, remove the parameter, or mark it with [FromServices].",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0017"));
}
