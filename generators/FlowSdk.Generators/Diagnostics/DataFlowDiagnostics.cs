using System.Collections.Immutable;
using FlowSdk.Generators.DataFlow;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with the data of a flow.</summary>
internal static class DataFlowDiagnostics
{
    public static readonly DiagnosticDescriptor NotSet = new(
        "FLOW0038",
        "An artifact is set before it is read",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0038"));

    public static readonly DiagnosticDescriptor ReadInJoin = new(
        "FLOW0047",
        "A join starts without artifacts",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0047"));

    public static readonly DiagnosticDescriptor LeftAtJoin = new(
        "FLOW0040",
        "What is read after a join is merged there",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0040"));

    public static readonly DiagnosticDescriptor InputWithout = new(
        "FLOW0041",
        "What is read of an input is set in its branch",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0041"));

    public static readonly DiagnosticDescriptor Doubtful = new(
        "FLOW0042",
        "What a step that may fail sets is read with care",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0042"));

    public static readonly DiagnosticDescriptor NothingToMerge = new(
        "FLOW0043",
        "What is merged by name is set",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0043"));

    public static readonly DiagnosticDescriptor NoSuchInput = new(
        "FLOW0044",
        "A join asks for inputs that it has",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0044"));

    public static readonly DiagnosticDescriptor NeverRead = new(
        "FLOW0045",
        "What is set is read",
        "'{0}' is set in step '{1}', but overwritten or left behind at a join before anything reads it. Remove it, or read it.",
        "FlowSdk",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0045"));

    public static readonly DiagnosticDescriptor FailureMerged = new(
        "FLOW0048",
        "A failure is not merged with the rest",
        "{0}",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0048"));

    public static readonly DiagnosticDescriptor MergeOutsideJoin = new(
        "FLOW0046",
        "Only a join merges",
        "Step '{0}' calls Merge but is no join, so it has nothing to merge. Give it a parameter Inputs<{1}> and lead the branches to it, or remove the call.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0046"));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [NotSet, ReadInJoin, LeftAtJoin, InputWithout, Doubtful, NothingToMerge, NoSuchInput, NeverRead, MergeOutsideJoin, FailureMerged];

    /// <summary>The diagnostic of a kind of problem.</summary>
    public static DiagnosticDescriptor Of(DataProblemKind kind) => kind switch
    {
        DataProblemKind.NotSet => NotSet,
        DataProblemKind.ReadInJoin => ReadInJoin,
        DataProblemKind.LeftAtJoin => LeftAtJoin,
        DataProblemKind.InputWithout => InputWithout,
        DataProblemKind.Doubtful or DataProblemKind.DoubtfulMerge => Doubtful,
        DataProblemKind.NothingToMerge => NothingToMerge,
        DataProblemKind.FailureMerged => FailureMerged,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
