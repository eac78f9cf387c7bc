using FlowSdk.Runtime.Workers;

namespace FlowSdk.Tests.Runtime;

public sealed class ProcessEndTests
{
    [Fact]
    public void An_exit_is_told_with_its_code() =>
        ProcessEnd.Of(3).ShouldBe(new ProcessEnd(FailureKind.Exit, 3, "exited with code 3"));

    [Fact]
    public void A_death_by_a_signal_is_told_with_its_name()
    {
        if (OperatingSystem.IsWindows())
        {
            ProcessEnd.Of(unchecked((int)0xC00000FD)).ShouldBe(new ProcessEnd(FailureKind.Signal, unchecked((int)0xC00000FD), "crashed with status 0xC00000FD (stack overflow)"));
            return;
        }

        ProcessEnd.Of(137).ShouldBe(new ProcessEnd(FailureKind.Signal, 137, "was ended by SIGKILL (someone killed it, or the system did because memory had run out)"));
        ProcessEnd.Of(139).Reason.ShouldStartWith("was ended by SIGSEGV");
        ProcessEnd.Of(160).Reason.ShouldBe("was ended by signal 32");
    }
}
