using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Memory;

/// <summary>All that a compilation is made of, without the compilation itself, which is not to be kept alive.</summary>
internal sealed class Surroundings
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileOutline> _outlines = new();

    private readonly SyntaxTree[] _trees;
    private readonly Dictionary<SyntaxTree, int> _numbers = [];
    private readonly CompilationOptions _options;
    private readonly string? _assembly;
    private readonly ConditionalWeakTable<Surroundings, SourceEdits> _edits = new();

    // In an editor, the reference to another project holds that project's compilation.
    private readonly WeakReference<MetadataReference>[] _references;

    public Surroundings(Compilation compilation)
    {
        (_trees, _options, _assembly) = ([.. compilation.SyntaxTrees], compilation.Options, compilation.AssemblyName);
        _references = [.. compilation.ExternalReferences.Select(r => new WeakReference<MetadataReference>(r))];
        for (var i = 0; i < _trees.Length; i++)
        {
            _numbers.Add(_trees[i], i);
        }
    }

    /// <summary>What has been edited since the project was like this.</summary>
    public SourceEdits Since(Surroundings before, CancellationToken cancellation) => _edits.GetValue(before, b => Compare(b, cancellation));

    /// <summary>Where pieces of source stand; all of a file if one is in no single member. Files of other projects change with the reference to these.</summary>
    public IEnumerable<SourcePlace> Places(IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (_numbers.TryGetValue(node.SyntaxTree, out var file))
            {
                yield return new(file, Outline(node.SyntaxTree).Around(node) is { IsContainer: false } around ? around.Number : SourcePlace.All);
            }
        }
    }

    /// <summary>What a piece of source is known by after an edit elsewhere.</summary>
    public SourceKey Key(SyntaxNode node)
    {
        var declaration = Outline(node.SyntaxTree).Around(node);
        var before = declaration?.Node == node ? 0 : (declaration?.Node ?? node.SyntaxTree.GetRoot()).DescendantNodes().TakeWhile(n => n != node).Count(n => n.RawKind == node.RawKind);
        return new(_numbers[node.SyntaxTree], declaration?.Number ?? SourcePlace.All, node.RawKind, before);
    }

    private SourceEdits Compare(Surroundings before, CancellationToken cancellation)
    {
        if (_assembly != before._assembly
            || !_options.Equals(before._options)
            || _references.Length != before._references.Length
            || _trees.Length != before._trees.Length
            || !Enumerable.Range(0, _references.Length).All(i => IsSame(_references[i], before._references[i])))
        {
            return SourceEdits.Anything;
        }

        var members = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < _trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!AreTheSame(_trees[i], before._trees[i]))
            {
                if (!DeclareTheSame(_trees[i], before._trees[i]))
                {
                    return SourceEdits.Anything;
                }

                members.Add(i, [.. Outline(_trees[i]).Changed(Outline(before._trees[i]))]);
            }
        }

        return new(members);
    }

    private static bool IsSame(WeakReference<MetadataReference> first, WeakReference<MetadataReference> second) =>
        first.TryGetTarget(out var one) && second.TryGetTarget(out var other) && one == other;

    // What a generator wrote may be parsed anew though not a letter of it is another.
    private static bool AreTheSame(SyntaxTree first, SyntaxTree second) =>
        first == second
        || (first.FilePath == second.FilePath
            && first.Options.Equals(second.Options)
            && first.TryGetText(out var text)
            && second.TryGetText(out var before)
            && text.ContentEquals(before));

    private static bool DeclareTheSame(SyntaxTree first, SyntaxTree second) =>
        first.FilePath == second.FilePath
        && first.Options.Equals(second.Options)
        && first.IsEquivalentTo(second, topLevel: true)
        && Outline(first).DeclaresTheSame(Outline(second));

    private static FileOutline Outline(SyntaxTree tree) => _outlines.GetValue(tree, static t => new(t));
}
