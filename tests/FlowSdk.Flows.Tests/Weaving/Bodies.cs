namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>The step bodies of the matrix.</summary>
internal static class Bodies
{
    public static readonly Body[] All =
    [
        new("Artifact", "[Artifact] public partial string Data { get; set; }",
        [
            ("start", "Data = \"abc\";"),
            ("join", "Check.That(inputs.All(i => i.Data == \"abc\"), \"inputs\"); Data = inputs[0].Data;"),
            ("all", "Check.Equal(\"abc\", Data, \"Data\");"),
        ])
        {
            CheckAsync = (shape, run) => run.EveryTaskHasAsync("Data", "\"abc\"", shape.TaskCount),
        },

        new("Parameters",
            """
            [Parameter] public string? NoDefault { get; init; }
            [Parameter] public bool Flag { get; init; } = true;
            [Parameter] public int IntParam { get; init; } = 123;
            [Parameter] public string StrParam { get; init; } = "foobar";
            [Parameter] public string[] ListParam { get; init; } = ["a", "b", "c"];
            [Parameter] public System.Collections.Generic.Dictionary<string, int[]> JsonParam { get; init; } = new() { ["a"] = [1] };
            """,
        [
            ("all",
            """
            Check.Equal("test_str", NoDefault, "NoDefault");
            Check.Equal(false, Flag, "Flag");
            Check.Equal(123, IntParam, "IntParam");
            Check.Equal("foobar", StrParam, "StrParam");
            Check.Sequence(["a", "b", "c"], ListParam, "ListParam");
            Check.Sequence([1, 2, 3], JsonParam["a"], "JsonParam");
            """),
        ])
        {
            Arguments = ["--no-default", "test_str", "--flag", "False", "--json-param", """{"a":[1,2,3]}"""],
        },

        new("Lineage", "[Artifact] public partial (string Step, int Depth, (string Last, int? Nothing) Nested) Lineage { get; set; }",
        [
            ("start", "Lineage = (Context.StepName, 1, (Context.StepName, null));"),
            ("join",
            """
            Lineage = (string.Join('|', inputs.Select(i => i.Lineage.Step).Distinct().OrderBy(s => s, System.StringComparer.Ordinal)), inputs.Max(i => i.Lineage.Depth) + 1, (inputs[^1].Lineage.Nested.Last, null));
            """),
            ("all", "Lineage = (Lineage.Step + \">\" + Context.StepName, Lineage.Depth + 1, (Context.StepName, null));"),
        ])
        {
            CheckAsync = (shape, run) => run.DepthIsLongestPathAsync("Lineage"),
        },

        new("Merge",
            """
            [Artifact] public partial string PassedDown { get; set; }
            [Artifact] public partial string ModifiedToSame { get; set; }
            [Artifact] public partial string Manual { get; set; }
            [Artifact] public partial string Ignored { get; set; }
            """,
        [
            ("start", "(PassedDown, ModifiedToSame, Manual, Ignored) = (\"a\", \"b\", \"c\", \"d\");"),
            ("linear", "Check.Equal(\"a\", PassedDown, \"PassedDown\"); (ModifiedToSame, Manual, Ignored) = (\"e\", Context.TaskId, Context.TaskId);"),
            ("join",
            """
            Check.Throws<MergeConflictException>(() => Merge(inputs));
            Check.Throws<ArtifactNotSetException>(() => _ = PassedDown);
            Check.Throws<ArtifactNotSetException>(() => _ = Manual);
            Check.Throws<FlowException>(() => Merge(inputs, exclude: [nameof(Ignored)], include: [nameof(Manual)]));
            Check.Throws<ArtifactNotSetException>(() => _ = PassedDown);
            Manual = Context.TaskId;
            Merge(inputs, exclude: [nameof(Ignored)]);
            Check.Equal("a", PassedDown, "PassedDown");
            Check.Equal("e", ModifiedToSame, "ModifiedToSame");
            Check.Equal(Context.TaskId, Manual, "Manual");
            Check.Throws<ArtifactNotSetException>(() => _ = Ignored);
            """ + "Ignored = Context.TaskId;"),
            ("end", "Check.Equal(\"a\", PassedDown, \"PassedDown\"); Check.Equal(\"e\", ModifiedToSame, \"ModifiedToSame\"); Check.That(Manual.Length > 0, \"Manual\");"),
            ("all", "Check.Equal(\"a\", PassedDown, \"PassedDown\");"),
        ])
        {
            Fits = shape => shape.Has("join") && !shape.Has("not-taken") && !shape.Has("loop") && shape.Name is not "SwitchInForeach",
        },

        new("MergeInclude",
            """
            [Artifact] public partial string PassedDown { get; set; }
            [Artifact] public partial string ModifiedToSame { get; set; }
            [Artifact] public partial string Manual { get; set; }
            [Artifact] public partial string Ignored { get; set; }
            [Artifact] public partial string Never { get; set; }
            """,
        [
            ("start", "(PassedDown, ModifiedToSame, Manual, Ignored) = (\"a\", \"b\", \"c\", \"d\");"),
            ("linear", "(ModifiedToSame, Manual, Ignored) = (\"e\", Context.TaskId, Context.TaskId);"),
            ("join",
            """
            Manual = Context.TaskId;
            Check.Throws<MergeMissingException>(() => Merge(inputs, include: [nameof(Manual), nameof(Never)]));
            Check.Throws<ArtifactNotSetException>(() => _ = PassedDown);
            Merge(inputs, include: [nameof(PassedDown)]);
            Check.Equal("a", PassedDown, "PassedDown");
            Check.Throws<ArtifactNotSetException>(() => _ = Ignored);
            Check.Throws<ArtifactNotSetException>(() => _ = ModifiedToSame);
            """),
            ("end", "Check.Equal(\"a\", PassedDown, \"PassedDown\"); Check.That(Manual.Length > 0, \"Manual\");"),
            ("all", "Check.Equal(\"a\", PassedDown, \"PassedDown\");"),
        ])
        {
            Fits = shape => shape.Has("join"),
        },

        new("Context", "[Artifact] public partial string RunId { get; set; } [Artifact] public partial System.Collections.Generic.List<string> PathSpecs { get; set; }",
        [
            ("start",
            """
            Check.That(Context.OriginRunId is null, "no origin");
            RunId = Context.RunId;
            PathSpecs = [Context.PathSpec];
            """),
            ("join",
            """
            RunId = inputs[0].RunId;
            PathSpecs = [.. inputs.SelectMany(i => i.PathSpecs).Distinct(), Context.PathSpec];
            Check.Equal(RunId, Context.RunId, "RunId");
            """),
            ("end",
            """
            PathSpecs = [.. PathSpecs, Context.PathSpec];
            Check.Equal(PathSpecs.Count, PathSpecs.Distinct().Count(), "all path specs differ");
            """),
            ("all",
            """
            Check.Equal(RunId, Context.RunId, "RunId");
            Check.Equal($"{Context.FlowName}/{Context.RunId}/{Context.StepName}/{Context.TaskId}", Context.PathSpec, "PathSpec");
            PathSpecs = [.. PathSpecs, Context.PathSpec];
            """),
        ])
        {
            CheckAsync = (shape, run) => run.EndTaskListsEveryTaskAsync("PathSpecs", shape.TaskCount),
        },

        .. FailureBodies.All,
    ];
}
