namespace FlowSdk.Architecture.Tests;

/// <summary>Compares text that the tests make with a file that people have read. <c>FLOWSDK_APPROVE=1 eng/test.sh Architecture</c> takes it over.</summary>
internal static class Approval
{
    public static void ShouldBeThatOf(this string actual, string file)
    {
        var approved = Repository.Read(file);
        if (actual == approved)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("FLOWSDK_APPROVE") == "1")
        {
            Repository.Write(file, actual);
            return;
        }

        string[] before = approved.Split('\n'), after = actual.Split('\n');
        Assert.Fail(
            $"{file} does not say what is true now. If the change is meant: FLOWSDK_APPROVE=1 eng/test.sh Architecture, and look at the difference.\n"
            + string.Concat(before.Except(after).Select(line => $"- {line}\n"))
            + string.Concat(after.Except(before).Select(line => $"+ {line}\n")));
    }
}
