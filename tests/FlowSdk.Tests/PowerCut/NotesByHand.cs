using FlowSdk.Generated;

namespace FlowSdk.Tests.PowerCut;

/// <summary>A flow of which each task leaves an object and a line of output; with what the generator would add to it.</summary>
internal sealed class NotesByHand : Flow, IFlow<NotesByHand>
{
    public const int Items = 3;

    private static readonly ArtifactInfo<string> NoteInfo = new("Note", "string");
    private ArtifactCell<string> _note;

    static FlowDefinition<NotesByHand> IFlow<NotesByHand>.Definition { get; } = new()
    {
        Name = "NotesByHand",
        Constructor = static (_, _) => new(),
        ViewConstructor = static _ => new(),
        Dispatch = static (flow, step, call) => ValueTask.FromResult(flow.Run(step, call)),
        Artifacts = [NoteInfo],
        Parameters = [],
        Steps =
        [
            new("Start") { Transitions = [TransitionDefinition.ForEach<string>("Write")] },
            new("Write") { Transitions = [TransitionDefinition.Linear("Join")] },
            new("Join") { IsJoin = true, Transitions = [TransitionDefinition.Linear("End")] },
            new("End"),
        ],
        Sources = static () => [],
    };

    private string Note
    {
        get => Artifact.Get(this, ref _note, NoteInfo);
        set => Artifact.Set(this, ref _note, NoteInfo, value);
    }

    protected override void VisitArtifacts(ArtifactVisitor visitor) => visitor.Visit(ref _note, NoteInfo);

    // Longer than what stands in the journal itself.
    private static string Text(string word) => string.Concat(Enumerable.Repeat(word + " ", 900));

    private Next? Run(int step, StepCall call)
    {
        Console.WriteLine($"step {step}");
        switch (step)
        {
            case 0:
                return ForEach(Enumerable.Range(0, Items).Select(i => Text($"item{i}")), Write);
            case 1:
                Note = call.Item<string>() + "written";
                return To(Join);
            case 2:
                Note = string.Concat(call.Inputs<NotesByHand>().Select(i => i.Note));
                return To(End);
            default:
                return null;
        }
    }

    private Next Write(string item) => throw new NotSupportedException();

    private Next Join(Inputs<NotesByHand> inputs) => throw new NotSupportedException();

    private void End() => throw new NotSupportedException();
}
