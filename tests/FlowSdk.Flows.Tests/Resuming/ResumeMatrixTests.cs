using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests.Resuming;

/// <summary>Every graph shape fails once, in every place that makes sense, and is resumed.</summary>
public sealed class ResumeMatrixTests(ResumedProgram program) : IClassFixture<ResumedProgram>
{
    // Taking over knows nothing of where tasks run: a few shapes are enough inline.
    private static readonly string[] _inlineShapes = ["Branch", "Foreach", "Parallel", "Recursive"];

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (shape, body) in ResumedProgram.Flows)
        {
            data.Add(shape.Name, body.Name, "process");
            if (_inlineShapes.Contains(shape.Name))
            {
                data.Add(shape.Name, body.Name, "inline");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_flow_that_failed_goes_on_where_it_stopped(string shapeName, string bodyName, string isolation)
    {
        var shape = Shapes.All.Single(s => s.Name == shapeName);
        var body = ResumeBodies.All.Single(b => b.Name == bodyName);
        var flow = Weaver.NameOf(shape, body);
        using var directory = new TemporaryDirectory();
        var failed = await program.Program.RunAsync(directory.Path, [flow, "run", "--isolation", isolation]);
        failed.ExitCode.ShouldBe(1, failed.ToString());
        failed.Stderr.ShouldContain("first run");

        var resumed = await program.Program.RunAsync(directory.Path, [flow, "resume", "--isolation", isolation]);

        resumed.ShouldSucceed();
        await using var run = await RunState.OpenLatestAsync(directory[".flowsdk"], flow);
        run.Tasks.Count.ShouldBe(shape.TaskCount);
        await body.CheckAsync(shape, run);
    }
}
