using FlowSdk.CommandLine;
using FlowSdk.Hosting;

namespace FlowSdk.Tests.CommandLine;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("rnu", " Did you mean 'run'?")]
    [InlineData("Statsu", " Did you mean 'status'?")]
    [InlineData("--learning-rate", " Did you mean '--learning-rates'?")]
    [InlineData("elephant", "")]
    public void What_is_close_is_proposed(string word, string expected) =>
        Suggestion.For(word, ["run", "runs", "status", "--learning-rates"]).ShouldBe(expected);
}
