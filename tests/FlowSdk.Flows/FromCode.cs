namespace FlowSdk.Flows;

/// <summary>Runs flows of this program from code, as a web service would that has them in it.</summary>
internal static class FromCode
{
    public const string Command = "from-code";

    /// <param name="args">Where tasks run, and the flow: OutputFlow or ServicesFlow.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        IsolationMode? isolation = args[0] == "default" ? null : Enum.Parse<IsolationMode>(args[0], ignoreCase: true);
        var options = new FlowRunOptions
        {
            Isolation = isolation,
            OnOutput = args is [_, _, "show"] ? line => Console.WriteLine($"{line.StepName}/{line.TaskId} {line.Stream}: {line.Text}") : null,
        };
        try
        {
            return args[1] == nameof(OutputFlow)
                ? await RunAsync(FlowRunner.RunAsync<OutputFlow>(options: options))
                : await RunAsync(FlowRunner.RunAsync<ServicesFlow>(options: options));
        }
        catch (FlowException exception)
        {
            Console.WriteLine($"{exception.Id}: {exception.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync<TFlow>(Task<RunHandle<TFlow>> starting)
        where TFlow : Flow, IFlow<TFlow>
    {
        await using var run = await starting;
        var result = (await run.Completion).EnsureSucceeded();
        var first = await run.Run.TaskAsync("1");
        Console.WriteLine($"{result.Status} {(first.Attempts[0].Worker == 0 ? "here" : "in a worker")}");
        return 0;
    }
}
