using System.Diagnostics;

namespace FlowSdk.Flows;

/// <summary>The deaths of processes are caught, in tasks of a foreach and in a gang: what these had set is gone.</summary>
public sealed partial class CaughtDeathFlow : Flow
{
    [Artifact] public partial StepFailure? Error { get; set; }

    [Artifact] public partial string Set { get; set; }

    [Step]
    public Next Start()
    {
        Set = "before";
        return ForEach((string[])["exit", "kill", "fine"], Die);
    }

    [Step, Catch(nameof(Error))]
    public Next Die(string how)
    {
        Set = how;
        switch (how)
        {
            case "exit":
                Environment.Exit(9);
                break;
            case "kill":
                Process.GetCurrentProcess().Kill();
                break;
        }

        return To(Collect);
    }

    [Step]
    public Next Collect(Inputs<CaughtDeathFlow> inputs)
    {
        Check.Sequence(["before", "before", "fine"], inputs.Select(i => i.Set), "a dead process leaves what it started with");
        Check.Equal(FailureKind.Exit, inputs[0].Error!.Kind, "an exit");
        Check.That(inputs[0].Error!.Message.Contains("exited with code 9", StringComparison.Ordinal), inputs[0].Error!.Message);
        Check.Equal(FailureKind.Signal, inputs[1].Error!.Kind, "a signal");
        Check.That(inputs[2].Error is null, "null after a success");
        Set = "split";
        return InParallel(3, Member);
    }

    [Step, Catch(nameof(Error)), Retry(Times = 1, DelaySeconds = 0)]
    public Next Member(Gang gang)
    {
        Set = $"member {gang.Index}";
        if (gang.Index == 1)
        {
            Environment.Exit(3);
        }

        Thread.Sleep(Timeout.Infinite);
        return To(End);
    }

    [Step]
    public Next End(Inputs<CaughtDeathFlow> inputs)
    {
        Check.Equal(3, inputs.Count, "a gang is caught whole");
        Check.That(inputs.All(i => i.Error is { Kind: FailureKind.Exit }), "each member holds the failure that decided");
        Check.Sequence(["split", "split", "split"], inputs.Select(i => i.Set), "what they started with");
        return To(Last);
    }

    [Step]
    public void Last()
    {
    }
}
