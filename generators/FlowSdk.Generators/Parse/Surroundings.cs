using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowSdk.Generators.Parse;

/// <summary>All that a compilation is made of, without the compilation itself, which is not to be kept alive.</summary>
internal sealed class Surroundings(Compilation compilation)
{
    private readonly SyntaxTree[] _trees = [.. compilation.SyntaxTrees];
    private readonly CompilationOptions _options = compilation.Options;
    private readonly string? _assembly = compilation.AssemblyName;

    // In an editor, the reference to another project holds that project's compilation.
    private readonly WeakReference<MetadataReference>[] _references = [.. compilation.ExternalReferences.Select(r => new WeakReference<MetadataReference>(r))];

    /// <summary>Whether what was found out here holds there as well: of the files it was found in nothing is different, and of others no declaration.</summary>
    /// <param name="other">The same project after an edit.</param>
    /// <param name="own">The files of which more than the declarations was looked at.</param>
    /// <param name="cancellation">Gives up.</param>
    public bool Holds(Surroundings other, IReadOnlyCollection<SyntaxTree> own, CancellationToken cancellation) =>
        this == other
        || (_assembly == other._assembly
            && _options.Equals(other._options)
            && _references.Length == other._references.Length
            && _trees.Length == other._trees.Length
            && Enumerable.Range(0, _references.Length).All(i => IsSame(_references[i], other._references[i]))
            && Enumerable.Range(0, _trees.Length).All(i => _trees[i] == other._trees[i] || (!own.Contains(_trees[i]) && DeclareTheSame(_trees[i], other._trees[i], cancellation))));

    private static bool IsSame(WeakReference<MetadataReference> first, WeakReference<MetadataReference> second) =>
        first.TryGetTarget(out var one) && second.TryGetTarget(out var other) && one == other;

    private static bool DeclareTheSame(SyntaxTree first, SyntaxTree second, CancellationToken cancellation) =>
        first.FilePath == second.FilePath
        && first.Options.Equals(second.Options)
        && first.IsEquivalentTo(second, topLevel: true)
        && WithField(first, cancellation).SequenceEqual(WithField(second, cancellation));

    // One thing within bodies declares something: the word field, which makes a property have one.
    private static IEnumerable<bool> WithField(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<PropertyDeclarationSyntax>()
        .Select(p => p.DescendantTokens().Any(t => t.Text == "field"));
}
