using FlowSdk.CommandLine;

namespace FlowSdk.Tests.CommandLine;

public sealed class BuildTextTests
{
    [Fact]
    public void Program_commit_and_SDK_stand_on_one_line()
    {
        var build = new Dictionary<string, string>
        {
            ["assembly"] = "train",
            ["version"] = "1.2.0+0123456789abcdef0123456789abcdef01234567",
            ["git"] = "0123456789abcdef0123456789abcdef01234567",
            ["gitState"] = "dirty",
            ["sdk"] = "0.1.0-alpha.1",
        };
        BuildText.Of(build).ShouldBe("train 1.2.0, commit 0123456789 with changes, FlowSdk 0.1.0-alpha.1");

        build["gitState"] = "clean";
        BuildText.Of(build).ShouldBe("train 1.2.0, commit 0123456789, FlowSdk 0.1.0-alpha.1");
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        BuildText.Of(new Dictionary<string, string> { ["git"] = "abc", ["runtime"] = ".NET 10" }).ShouldBe("commit abc");
        BuildText.Of(new Dictionary<string, string> { ["runtime"] = ".NET 10" }).ShouldBeNull();
    }
}
