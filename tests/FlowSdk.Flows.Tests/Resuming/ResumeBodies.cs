using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests.Resuming;

/// <summary>Step bodies of flows whose first run fails somewhere and whose resume goes to the end; each knows by its context which of the two it is in.</summary>
internal static class ResumeBodies
{
    private const string Resumed = "Context.OriginRunId is not null";

    // Every task takes down in which run it ran, and the artifact comes along through joins as text.
    private const string Data = "[Artifact] public partial string Data { get; set; }";

    public static readonly Body[] All =
    [
        new("FailsAtStart", Data + " [Artifact] public partial string? Origin { get; set; }",
        [
            ("start", $$"""Data = {{Resumed}} ? "foo" : "bar"; Origin = Context.OriginRunId; if ({{Resumed}} == false) throw new Exception("first run");"""),
            ("join", "Merge(inputs);"),
            ("all", "Check.That(Origin is not null, \"Origin\");"),
        ])
        {
            Fits = shape => shape.Name is "Linear" or "Branch" or "NestedForeach" or "Parallel",
            CheckAsync = (shape, run) => run.EveryTaskHasAsync("Data", "\"foo\"", shape.TaskCount),
        },

        new("FailsAtEnd", Data,
        [
            ("start", """Data = "start"; Check.That(Context.OriginRunId is null, "start runs once");"""),
            ("end", $$"""Data = {{Resumed}} ? "foo" : "bar"; if ({{Resumed}} == false) throw new Exception("first run");"""),
            ("join", """Merge(inputs); Check.That(Context.OriginRunId is null, "joins run once");"""),
            ("all", """Check.Equal("start", Data, "Data"); Check.That(Context.OriginRunId is null, "nothing but the end runs twice");"""),
        ])
        {
            CheckAsync = async (shape, run) =>
            {
                run.Tasks.Where(t => t.Step != "End").Select(t => t.Summary.Finished!.Origin).ShouldAllBe(origin => origin != null);
                run.Tasks.Single(t => t.Step == "End").Summary.Finished!.Origin.ShouldBeNull();
                run.Json(run.Tasks.Single(t => t.Step == "End"), "Data").ShouldBe("\"foo\"");
            },
        },

        new("FailsInForeach", "[Artifact] public partial string? Data { get; set; } [Artifact] public partial List<string> Seen { get; set; }",
        [
            ("start", """Data = "start"; Seen = [];"""),
            ("foreach-inner", $$"""if (Context.ForEach[^1].Index == 1 && {{Resumed}} == false) throw new Exception("first run"); Data = {{Resumed}} ? "resume" : "run"; Seen = [string.Join('/', Context.ForEach.Select(f => f.Item))];"""),
            ("join", """Data = inputs[0].Data; Seen = [.. inputs.SelectMany(i => i.Seen).Distinct().Order(StringComparer.Ordinal)];"""),
            ("all", ""),
        ])
        {
            Fits = shape => shape.Has("foreach-inner"),
            CheckAsync = async (shape, run) =>
            {
                run.Tasks.ShouldContain(t => t.Summary.Finished!.Origin == null);
                run.Tasks.ShouldContain(t => t.Summary.Finished!.Origin != null);
                using var seen = System.Text.Json.JsonDocument.Parse(run.Json(run.Tasks.Single(t => t.Step == "End"), "Seen")!);
                seen.RootElement.GetArrayLength().ShouldBe(shape.Name switch
                {
                    "NestedForeach" => 36,
                    "SwitchInForeach" or "ForeachInSwitch" or "GangInBranchInForeach" => 2,
                    _ => 3,
                });
            },
        },

        new("FailsInSplit", "[Artifact] public partial string? Data { get; set; }",
        [
            ("foreach-split", $$"""if ({{Resumed}} == false) throw new Exception("first run"); Data = "resume";"""),
            ("join", "Data = inputs[0].Data;"),
            ("all", ""),
        ])
        {
            Fits = shape => shape.Has("foreach-split"),
            CheckAsync = async (shape, run) => run.Json(run.Tasks.Single(t => t.Step == "End"), "Data").ShouldBe("\"resume\""),
        },

        new("FailsInJoin", "[Artifact] public partial string? Data { get; set; }",
        [
            ("join", $$"""if ({{Resumed}} == false) throw new Exception("first run"); Data = "resume";"""),
            ("end", ""),
            ("start", """Check.That(Context.OriginRunId is null, "start runs once"); Data = "start";"""),
            ("all", ""),
        ])
        {
            Fits = shape => shape.Has("join"),
            CheckAsync = async (shape, run) => run.Json(run.Tasks.Single(t => t.Step == "End"), "Data").ShouldBe("\"resume\""),
        },

        new("FailsInLoop", "[Artifact] public partial int Before { get; set; }",
        [
            ("loop", $$"""Before = LoopCount; if (LoopCount == 6 && {{Resumed}} == false) throw new Exception("first run");"""),
            ("start", """Check.That(Context.OriginRunId is null, "start runs once");"""),
            ("all", ""),
        ])
        {
            Fits = shape => shape.Name == "Recursive",
            CheckAsync = async (shape, run) => run.Tasks.Where(t => t.Step == "Loop").Select(t => (run.Json(t, "Before"), t.Summary.Finished!.Origin is null))
                .ShouldBe(Enumerable.Range(0, 10).Select(count => ((string?)$"{count}", count >= 6))),
        },
    ];
}
