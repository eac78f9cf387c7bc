public interface IClock
{
    DateTimeOffset Now { get; }
}

/// <summary>Measures what it surrounds.</summary>
public sealed class MeasuredAttribute(string name) : StepFilterAttribute
{
    public bool IsQuiet { get; set; }

    public override async ValueTask<Next?> InvokeAsync(StepContext context, StepDelegate next)
    {
        var begin = Environment.TickCount64;
        try
        {
            return await next(context);
        }
        finally
        {
            if (!IsQuiet)
            {
                context.Logger.LogInformation("{Name} took {Time} ms", name, Environment.TickCount64 - begin);
            }
        }
    }
}

[Measured("all")]
public sealed partial class ServiceFlow(IClock clock, ILogger<ServiceFlow> log) : Flow
{
    private static readonly Lazy<Dictionary<string, int>> s_table = new(() => new() { ["a"] = 1 });
    private static string? s_cached;
    private readonly int _limit = 3;

    [Artifact] public partial DateTimeOffset Begun { get; set; }
    [Artifact] public partial int Count { get; set; }

    [Step, EnvironmentVariable("OMP_NUM_THREADS", "1"), Concurrency(Max = 1)]
    public Next Start()
    {
        Begun = clock.Now;
        s_cached ??= "computed once in each process";
        return To(Work);
    }

    [Step, Measured("work", IsQuiet = true)]
    public Next Work([FromServices] TimeProvider time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Count = s_table.Value.Count + time.GetUtcNow().Year > _limit ? 1 : 0;
        return To(End);
    }

    [Step] public void End() => log.LogInformation("{Count} since {Begun}, {RunId}", Count, Begun, Context.RunId);
}
