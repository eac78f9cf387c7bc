using System.Runtime.CompilerServices;
using FlowSdk.Generated;

namespace FlowSdk.Tests.Samples;

// The contract between the generator and the library: what the generator would emit for the other part, in essence.
public partial class HandWrittenFlow : IFlow<HandWrittenFlow>
{
    private static readonly ArtifactInfo<int> __SquareInfo = new("Square", "int");
    private static readonly ArtifactInfo<long> __SumInfo = new("Sum", "long");
    private static readonly ArtifactInfo<string?> __NoteInfo = new("Note", "string?") { IsNullable = true };

    private ArtifactCell<int> __Square;
    private ArtifactCell<long> __Sum;
    private ArtifactCell<string?> __Note;

    public partial int Square
    {
        get => Artifact.Get(this, ref __Square, __SquareInfo);
        set => Artifact.Set(this, ref __Square, __SquareInfo, value);
    }

    public partial long Sum
    {
        get => Artifact.Get(this, ref __Sum, __SumInfo);
        set => Artifact.Set(this, ref __Sum, __SumInfo, value);
    }

    public partial string? Note
    {
        get => Artifact.GetOrDefault(this, ref __Note, __NoteInfo);
        set => Artifact.Set(this, ref __Note, __NoteInfo, value);
    }

    private ParameterBag __Parameters
    {
        init
        {
            if (value.TryGet<int>("Count", out var count))
            {
                Count = count;
            }

            if (value.TryGet<string>("Title", out var title))
            {
                Title = title;
            }
        }
    }

    static FlowDefinition<HandWrittenFlow> IFlow<HandWrittenFlow>.Definition => __Definition.Value;

    protected override void VisitArtifacts(ArtifactVisitor visitor)
    {
        base.VisitArtifacts(visitor);
        visitor.Visit(ref __Square, __SquareInfo);
        visitor.Visit(ref __Sum, __SumInfo);
        visitor.Visit(ref __Note, __NoteInfo);
    }

    // In a class of its own, so that nothing is built before it is needed.
    private static class __Definition
    {
        public static readonly FlowDefinition<HandWrittenFlow> Value = new()
        {
            Name = "HandWrittenFlow",
            Summary = "A flow as a user writes it; what the generator makes of it is written out by hand in the other part.",
            Constructor = static (services, parameters) => new HandWrittenFlow { Title = default!, __Parameters = parameters },
            ViewConstructor = static parameters =>
            {
                var view = (HandWrittenFlow)RuntimeHelpers.GetUninitializedObject(typeof(HandWrittenFlow));
                SetParameters(view, parameters);
                return view;
            },
            Dispatch = DispatchAsync,
            Artifacts = [__SquareInfo, __SumInfo, __NoteInfo],
            Parameters =
            [
                new ParameterDefinition<int>("Count", "int")
                {
                    Option = "count",
                    Help = "How many numbers to square.",
                    DefaultText = "3",
                    Get = static flow => ((HandWrittenFlow)flow).Count,
                    Reader = ParameterText.Parsable<int>(),
                },
                new ParameterDefinition<string>("Title", "string")
                {
                    Option = "title",
                    IsRequired = true,
                    Get = static flow => ((HandWrittenFlow)flow).Title,
                    Reader = ParameterText.String(),
                },
            ],
            Steps =
            [
                new("Start") { Transitions = [TransitionDefinition.ForEach<int>("Calculate")] },
                new("Calculate") { Transitions = [TransitionDefinition.Linear("Total")] },
                new("Total") { IsJoin = true, Transitions = [TransitionDefinition.Linear("End")] },
                new("End"),
            ],
            Sources = static () =>
            [
                new("HandWrittenFlow.cs", 29, ["Count"], [], [], true),
                new("HandWrittenFlow.cs", 32, [], ["Square"], [], true),
                new("HandWrittenFlow.cs", 41, ["Square"], ["Sum"], [], true),
                new("HandWrittenFlow.cs", 48, ["Sum", "Title"], [], [], true),
            ],
        };

        private static async ValueTask<Next?> DispatchAsync(HandWrittenFlow flow, int step, StepCall call)
        {
            switch (step)
            {
                case 0:
                    return flow.Start();
                case 1:
                    return await flow.Calculate(call.Item<int>(), call.Cancellation).ConfigureAwait(false);
                case 2:
                    return flow.Total(call.Inputs<HandWrittenFlow>());
                case 3:
                    flow.End();
                    return null;
                default:
                    throw new ArgumentOutOfRangeException(nameof(step));
            }
        }

        [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set___Parameters")]
        private static extern void SetParameters(HandWrittenFlow flow, ParameterBag parameters);
    }

    // One per assembly in generated code, with every type that the compilation persists; int, long and string come with the library.
    [ModuleInitializer]
    internal static void __RegisterCodecs()
    {
    }
}
