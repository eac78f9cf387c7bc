using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with a parameter of a flow.</summary>
internal static class ParameterDiagnostics
{
    public static readonly DiagnosticDescriptor SameOption = new(
        "FLOW0060",
        "A parameter is an option of its own",
        "Parameters '{0}' and '{1}' would both be the option --{2}. Rename one of them.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0060"));

    public static readonly DiagnosticDescriptor ReservedOption = new(
        "FLOW0061",
        "A parameter is no option of the command line itself",
        "Parameter '{0}' would be the option --{1}, which every flow program has already. Rename the property.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0061"));

    public static readonly DiagnosticDescriptor Assigned = new(
        "FLOW0062",
        "A parameter is not set by a step",
        "Parameter '{0}' is set in '{1}', but a parameter is the same for the whole run, and the change would be lost. Set an artifact instead.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0062"));

    public static readonly DiagnosticDescriptor RequiredWithDefault = new(
        "FLOW0063",
        "A required parameter has no default",
        "Parameter '{0}' is required, so its default is never used. Remove the default, or 'required'.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0063"));

    public static readonly DiagnosticDescriptor DefaultRefused = new(
        "FLOW0064",
        "The default of a parameter keeps its own rules",
        "The default of parameter '{0}' is {1}, but {2}: a run without --{3} is refused. Change the default or the rule, or make the parameter 'required'.",
        "FlowSdk",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0064"));

    public static readonly DiagnosticDescriptor NotText = new(
        "FLOW0065",
        "A parameter can be written as text",
        "Parameter '{0}' is of type '{1}', which no text on a command line can give. {2}.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0065"));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        SameOption,
        ReservedOption,
        Assigned,
        RequiredWithDefault,
        DefaultRefused,
        NotText,
    ];
}
