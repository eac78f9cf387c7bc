using FlowSdk.Graph;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with the graph of a flow. The texts are those of the runtime.</summary>
internal static class GraphDiagnostics
{
    public static readonly DiagnosticDescriptor NoStep = new(
        "FLOW0021",
        "A flow has steps",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0021"));

    public static readonly DiagnosticDescriptor NoStart = new(
        "FLOW0022",
        "A flow has a start",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0022"));

    public static readonly DiagnosticDescriptor SeveralStarts = new(
        "FLOW0023",
        "A flow has one start",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0023"));

    public static readonly DiagnosticDescriptor NoEnd = new(
        "FLOW0024",
        "A flow has an end",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0024"));

    public static readonly DiagnosticDescriptor SeveralEnds = new(
        "FLOW0025",
        "A flow has one end",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0025"));

    public static readonly DiagnosticDescriptor Unreachable = new(
        "FLOW0026",
        "Every step can be reached",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0026"));

    public static readonly DiagnosticDescriptor RepeatedTarget = new(
        "FLOW0027",
        "A branch names each step once",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0027"));

    public static readonly DiagnosticDescriptor NoTransition = new(
        "FLOW0028",
        "A step leads somewhere",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0028"));

    public static readonly DiagnosticDescriptor LoopWithoutExit = new(
        "FLOW0029",
        "A loop has an exit",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0029"));

    public static readonly DiagnosticDescriptor NeverJoined = new(
        "FLOW0030",
        "What is split is joined",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0030"));

    public static readonly DiagnosticDescriptor InputsMissing = new(
        "FLOW0031",
        "A join takes inputs",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0031"));

    public static readonly DiagnosticDescriptor NothingToJoin = new(
        "FLOW0032",
        "A join closes a split",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0032"));

    public static readonly DiagnosticDescriptor UnrelatedJoin = new(
        "FLOW0033",
        "A join closes one split",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0033"));

    public static readonly DiagnosticDescriptor SeveralJoins = new(
        "FLOW0034",
        "A split has one join",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0034"));

    public static readonly DiagnosticDescriptor FrameCrossed = new(
        "FLOW0035",
        "An edge enters and leaves a split only by split and join",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0035"));

    public static readonly DiagnosticDescriptor GangMissing = new(
        "FLOW0036",
        "The body of a gang takes a gang",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0036"));

    public static readonly DiagnosticDescriptor GangUnexpected = new(
        "FLOW0037",
        "Only the body of a gang takes a gang",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0037"));

    /// <summary>The diagnostic of a kind of problem.</summary>
    public static DiagnosticDescriptor Of(GraphProblemKind kind) => kind switch
    {
        GraphProblemKind.NoStep => NoStep,
        GraphProblemKind.NoStart => NoStart,
        GraphProblemKind.SeveralStarts => SeveralStarts,
        GraphProblemKind.NoEnd => NoEnd,
        GraphProblemKind.SeveralEnds => SeveralEnds,
        GraphProblemKind.Unreachable => Unreachable,
        GraphProblemKind.RepeatedTarget => RepeatedTarget,
        GraphProblemKind.NoTransition => NoTransition,
        GraphProblemKind.LoopWithoutExit => LoopWithoutExit,
        GraphProblemKind.NeverJoined => NeverJoined,
        GraphProblemKind.InputsMissing => InputsMissing,
        GraphProblemKind.NothingToJoin => NothingToJoin,
        GraphProblemKind.UnrelatedJoin => UnrelatedJoin,
        GraphProblemKind.SeveralJoins => SeveralJoins,
        GraphProblemKind.FrameCrossed => FrameCrossed,
        GraphProblemKind.GangMissing => GangMissing,
        GraphProblemKind.GangUnexpected => GangUnexpected,
        GraphProblemKind.SplitIntoJoin => NothingToJoin,
        GraphProblemKind.UnknownTarget => StepDiagnostics.TargetIsNoStep,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
