using System.Runtime.CompilerServices;
using FlowSdk.Generated;

namespace FlowSdk.Tests.Client;

/// <summary>The class HandWrittenFlow after a while: it has a new artifact and lost one, another one has a new type, as has a parameter, and it takes a service.</summary>
internal sealed class ChangedByHand(IServiceProvider services) : Flow, IFlow<ChangedByHand>
{
    private static readonly ArtifactInfo<string> _newInfo = new("New", "string");
    private static readonly ArtifactInfo<long> _sumInfo = new("Sum", "long");
    private static readonly ArtifactInfo<string> _squareInfo = new("Square", "string");

    private ArtifactCell<string> _new;
    private ArtifactCell<long> _sum;
    private ArtifactCell<string> _square;

    static FlowDefinition<ChangedByHand> IFlow<ChangedByHand>.Definition { get; } = new()
    {
        Name = "ChangedByHand",
        Constructor = static (services, _) => new(services),
        ViewConstructor = static parameters =>
        {
            var view = (ChangedByHand)RuntimeHelpers.GetUninitializedObject(typeof(ChangedByHand));
            view.Count = parameters.TryGet<string>("Count", out var count) ? count : null;
            view.Title = parameters.TryGet<string>("Title", out var title) ? title : null;
            return view;
        },
        Dispatch = static (_, _, _) => throw new NotSupportedException(),
        Artifacts = [_newInfo, _sumInfo, _squareInfo],
        Parameters =
        [
            new ParameterDefinition<string>("Count", "string") { Option = "count", Get = static flow => ((ChangedByHand)flow).Count!, Reader = ParameterText.String() },
            new ParameterDefinition<string>("Title", "string") { Option = "title", Get = static flow => ((ChangedByHand)flow).Title!, Reader = ParameterText.String() },
        ],
        Steps = [new("Start")],
        Sources = static () => [],
        ConstructorNeedsServices = true,
    };

    public IServiceProvider? Services => services;

    public string? Count { get; private set; }

    public string? Title { get; private set; }

    public string New => Artifact.Get(this, ref _new, _newInfo);

    public long Sum => Artifact.Get(this, ref _sum, _sumInfo);

    public string Square => Artifact.Get(this, ref _square, _squareInfo);

    protected override void VisitArtifacts(ArtifactVisitor visitor)
    {
        base.VisitArtifacts(visitor);
        visitor.Visit(ref _new, _newInfo);
        visitor.Visit(ref _sum, _sumInfo);
        visitor.Visit(ref _square, _squareInfo);
    }
}
