using FlowSdk.Generated;

namespace FlowSdk;

/// <summary>Carries artifacts over from the inputs of a join. All objects are of one class, so their artifacts come in one order.</summary>
internal static class ArtifactMerge
{
    public static void Apply(Flow target, IReadOnlyList<Flow> sources, IEnumerable<string>? exclude, IEnumerable<string>? include)
    {
        if (target.Binding is { IsJoin: false } or { IsView: true })
        {
            throw new FlowException(
                FlowErrors.MergeOutsideJoin,
                $"Merge was called in step '{target.Binding.StepName}', which is no join. Only a step with an Inputs parameter has something to merge.");
        }

        if (sources.Contains(target))
        {
            throw new FlowException(FlowErrors.MergeArguments, "Merge was given the flow itself. Give it the join's inputs, or one of them.");
        }

        var own = new OwnArtifacts();
        target.Accept(own);
        var wanted = Select(own, exclude, include);
        var merged = new MergedArtifacts(own.Names.Count);
        foreach (var source in sources)
        {
            merged.Begin();
            source.Accept(merged);
        }

        if (include is not null && wanted.Where(i => merged.References[i] is null).Select(i => own.Names[i]).ToArray() is { Length: > 0 } missing)
        {
            throw new MergeMissingException(
                missing, $"No input has set {string.Join(", ", missing)}, which Merge was asked to include. Set it in a step of each branch, or leave it out.");
        }

        var chosen = wanted.Where(i => !own.IsSet[i]).ToHashSet();
        if (chosen.Where(i => merged.Differs[i]).Select(i => own.Names[i]).ToArray() is { Length: > 0 } conflicts)
        {
            throw new MergeConflictException(
                conflicts,
                $"The inputs differ in {string.Join(", ", conflicts)}. Set each in the join before Merge, choose one input with Merge(input, include: [...]), or exclude it.");
        }

        target.Accept(new CarryOver(merged.References, chosen));
    }

    private static int[] Select(OwnArtifacts own, IEnumerable<string>? exclude, IEnumerable<string>? include)
    {
        if (exclude is not null && include is not null)
        {
            throw new FlowException(FlowErrors.MergeArguments, "Merge was given both exclude and include. Give one of them.");
        }

        var listed = (include ?? exclude ?? []).ToHashSet();
        if (include is null)
        {
            return [.. Enumerable.Range(0, own.Names.Count).Where(i => !listed.Contains(own.Names[i]))];
        }

        if (listed.Except(own.Names).ToArray() is { Length: > 0 } unknown)
        {
            throw new MergeMissingException(unknown, $"Merge was asked to include {string.Join(", ", unknown)}, which is no artifact of this flow. Use nameof.");
        }

        return [.. Enumerable.Range(0, own.Names.Count).Where(i => listed.Contains(own.Names[i]))];
    }

    private sealed class OwnArtifacts : ArtifactVisitor
    {
        public List<string> Names { get; } = [];

        public List<bool> IsSet { get; } = [];

        public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
        {
            Names.Add(artifact.Name);
            IsSet.Add(cell.State != ArtifactState.Unset);
        }
    }

    private sealed class MergedArtifacts(int count) : ArtifactVisitor
    {
        private int _next;

        public ArtifactReference?[] References { get; } = new ArtifactReference?[count];

        public bool[] Differs { get; } = new bool[count];

        public void Begin() => _next = 0;

        public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
        {
            var index = _next++;
            if (cell.Reference is not { } reference)
            {
                return;
            }

            if (References[index] is { } first)
            {
                Differs[index] |= !first.SameContent(reference);
            }
            else
            {
                References[index] = reference;
            }
        }
    }

    private sealed class CarryOver(ArtifactReference?[] references, HashSet<int> chosen) : ArtifactVisitor
    {
        private int _next;

        public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
        {
            var index = _next++;
            if (chosen.Contains(index) && references[index] is { } reference)
            {
                cell = new ArtifactCell<T> { Reference = reference, State = ArtifactState.Referenced };
            }
        }
    }
}
