using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What keeps the generator from writing a part of a flow. It reports these itself: the compiler's own errors about missing parts would hide an analyzer's.</summary>
internal static class EmissionDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "FLOW0001",
        "A flow is partial",
        "Flow '{0}' is not partial, so its artifacts and its definition cannot be generated. Add 'partial' to the class.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0001"));

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "FLOW0002",
        "A type that contains a flow is partial",
        "'{1}' contains flow '{0}' but is not partial. Add 'partial' to '{1}', or move the flow out of it.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0002"));

    public static readonly DiagnosticDescriptor Generic = new(
        "FLOW0003",
        "A flow is not generic",
        "Flow '{0}' has type parameters, or stands in a type that has. Make it an ordinary class, and share code through an abstract base flow.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0003"));

    public static readonly DiagnosticDescriptor FileLocal = new(
        "FLOW0004",
        "A flow is not file-local",
        "Flow '{0}' is file-local, or stands in a type that is, so generated code cannot name it. Remove 'file'.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0004"));

    public static readonly DiagnosticDescriptor ArtifactNotPartial = new(
        "FLOW0005",
        "An artifact is a partial property with getter and setter",
        "Artifact '{0}' has to be a partial property of the instance. Write '[Artifact] public partial {1} {0} {{ get; set; }}'.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0005"));

    public static readonly DiagnosticDescriptor BaseInOtherAssembly = new(
        "FLOW0006",
        "A base flow is of the same project",
        "Flow '{0}' derives from '{1}' of another assembly, whose steps cannot be seen. Move '{1}' into this project.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0006"));

    public static readonly DiagnosticDescriptor ParameterNotInit = new(
        "FLOW0009",
        "A parameter is a property with get and init",
        "Parameter '{0}' has to be a property of the instance that flow '{1}' can set. Write '[Parameter] public {2} {0} {{ get; init; }}'.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0009"));
}
