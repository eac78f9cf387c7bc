using FlowSdk.Generators.Codecs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlowSdk.Generators.Model;

/// <summary>A diagnostic without the syntax tree that a location would keep alive.</summary>
/// <param name="Descriptor">What is wrong.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Span">The place in its text.</param>
/// <param name="Lines">The same place in lines.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record DiagnosticModel(
    DiagnosticDescriptor Descriptor, string File, TextSpan Span, LinePositionSpan Lines, ValueList<string> Arguments)
{
    public static DiagnosticModel Create(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        new(descriptor, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span, new(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location.Create(File, Span, Lines), [.. Arguments]);
}
