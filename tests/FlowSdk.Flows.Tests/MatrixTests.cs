using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests;

/// <summary>Every graph shape with every step body that makes sense for it, in worker processes and inline.</summary>
public sealed class MatrixTests(WovenProgram woven) : IClassFixture<WovenProgram>
{
    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (shape, body) in WovenProgram.Flows)
        {
            data.Add(shape.Name, body.Name, "process");
            data.Add(shape.Name, body.Name, "inline");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Flow_runs_and_leaves_what_it_should(string shapeName, string bodyName, string isolation)
    {
        var shape = Shapes.All.Single(s => s.Name == shapeName);
        var body = Bodies.All.Single(b => b.Name == bodyName);
        var flow = Weaver.NameOf(shape, body);
        using var directory = new TemporaryDirectory();

        var result = await woven.Program.RunAsync(directory.Path, [flow, "run", "--isolation", isolation, .. body.Arguments]);

        result.ShouldSucceed();
        await using var run = await RunState.OpenLatestAsync(directory[".flowsdk"], flow);
        run.Tasks.Count.ShouldBe(shape.TaskCount);
        run.Tasks.Select(t => t.Step).ShouldNotContain(step => shape.Steps.Single(s => s.Name == step).Qualifiers.Contains("not-taken"));
        await body.CheckAsync(shape, run);
    }
}
