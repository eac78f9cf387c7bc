using System.Diagnostics;
using FlowSdk;

return await FlowApp.RunAsync<FailuresFlow>(args);

/// <summary>Asks four services, of which three make trouble, and goes on with the answers that it gets.</summary>
[Timed]
public sealed partial class FailuresFlow : Flow
{
    [Artifact]
    public partial string Service { get; set; }

    [Artifact]
    public partial int? Answer { get; set; }

    [Artifact]
    public partial StepFailure? Error { get; set; }

    [Step]
    public Next Start() => ForEach((string[])["steady", "shy", "broken", "hung"], Ask);

    [Step, Catch(nameof(Error)), Retry(Times = 1, DelaySeconds = 0.1), Timeout(Seconds = 1)]
    public async Task<Next> Ask(string service, CancellationToken cancellation)
    {
        Service = service;
        switch (service)
        {
            case "shy" when Context.Attempt == 0:
                throw new IOException("come back later");
            case "broken":
                Environment.Exit(3);
                break;
            case "hung":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
        }

        Answer = service.Length;
        return To(Tell);
    }

    [Step]
    public Next Tell(Inputs<FailuresFlow> inputs)
    {
        foreach (var input in inputs)
        {
            Console.WriteLine(input.Error is { } error ? $"no answer, {error.Kind}: {error.Message}" : $"{input.Service} answers {input.Answer}");
        }

        return To(Publish);
    }

    [Step, OnlyWith("PUBLISH")]
    public Next Publish()
    {
        Console.WriteLine("published");
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine("done");
}

/// <summary>Writes down how long steps take, whether they succeed or not.</summary>
public sealed class TimedAttribute : StepFilterAttribute
{
    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await next(context);
        }
        finally
        {
            context.Logger.LogInformation("{Step} took {Milliseconds} ms", context.StepName, watch.ElapsedMilliseconds);
        }
    }
}

/// <summary>Leaves a step out unless a variable of the environment is set: it goes on along its only transition.</summary>
public sealed class OnlyWithAttribute(string variable) : StepFilterAttribute
{
    public override ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next) =>
        Environment.GetEnvironmentVariable(variable) is null ? ValueTask.FromResult<Next?>(null) : next(context);
}
