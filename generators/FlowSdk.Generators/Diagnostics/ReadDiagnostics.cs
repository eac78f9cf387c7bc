using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Diagnostics;

/// <summary>What is wrong with code that reads past runs.</summary>
internal static class ReadDiagnostics
{
    public static readonly DiagnosticDescriptor TypeWithoutCodec = new(
        "FLOW0039",
        "ReadAsync reads a type that has a codec",
        "An artifact cannot be read as '{0}'. {1}: {2}.",
        "FlowSdk",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("FLOW0039"));
}
