namespace FlowSdk.Flows.Tests.Programs;

/// <summary>What a finished process left.</summary>
internal sealed record ProgramResult(int ExitCode, string Stdout, string Stderr)
{
    public void ShouldSucceed() => ExitCode.ShouldBe(0, ToString());

    public override string ToString() => $"exit {ExitCode}\n--- stdout\n{Stdout}\n--- stderr\n{Stderr}";
}
