namespace FlowSdk.Packaging.Tests;

public sealed class ExampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hello", "HELLO, WORLD!")]
    [InlineData("parameters", "layers of 64, 10, dropout 0.2")]
    [InlineData("branch", "Leibniz' series came closer: 3.141593")]
    [InlineData("champion", "the best estimate so far is 3.1")]
    [InlineData("failures", "no answer, Exit: The worker process exited with code 3 while the step ran.")]
    [InlineData("foreach", "148,933 primes below 2,000,000")]
    [InlineData("conditional_loop", "the square root of 2 is 1.41421356, after 4 rounds")]
    [InlineData("digits", "neural network: ")]
    [InlineData("sentiment", " on average")]
    [InlineData("services", ", Ada! It is ")]
    [InlineData("from_code", "'tosses' was given 'many', but a whole number is expected.")]
    public async Task An_example_runs_as_a_single_file(string name, string expected)
    {
        var run = await RunAsync("run", "--no-cache", $"examples/{name}.cs", "--", "run");

        run.ShouldSucceed().Output.ShouldContain(expected);
    }

    [Fact]
    public async Task The_example_of_past_runs_shows_them()
    {
        (await RunAsync("run", "examples/champion.cs", "--", "run", "--tag", "first")).ShouldSucceed();
        (await RunAsync("run", "examples/champion.cs", "--", "run", "--seed", "2")).ShouldSucceed();

        var history = (await RunAsync("run", "examples/champion.cs", "--", "history")).ShouldSucceed().Output;

        history.ShouldContain(", seed 2: 3.1");
        history.ShouldContain(" first\n");
        history.ShouldContain("/Throw/4 Succeeded 3.");
        history.ShouldContain("seed 2, run by ");
        history.ShouldContain("Best (double, 9 bytes): 3.1");
        history.ShouldContain("typed again: 3.1");
    }

    [Fact]
    public async Task An_example_runs_as_an_ordinary_project()
    {
        var run = await RunAsync("run", "--project", "examples/Hello.Project", "--", "run", "--name", "project");

        run.ShouldSucceed().Output.ShouldContain("HELLO, PROJECT!");
    }

    [Fact]
    public void Every_example_is_run() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "examples"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["branch", "champion", "conditional_loop", "digits", "failures", "foreach", "from_code", "hello", "parameters", "sentiment", "services"]);

    private Task<DotnetCommand> RunAsync(params string[] arguments) => DotnetCommand.RunAsync(
        Repository.Root,
        new Dictionary<string, string> { ["FLOWSDK_STORE"] = _folder.Combine("store"), ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        arguments);
}
