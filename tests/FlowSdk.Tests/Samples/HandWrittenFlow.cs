using FlowSdk.Generated;
using Microsoft.Extensions.Logging;

namespace FlowSdk.Tests.Samples;

/// <summary>A flow as a user writes it; what the generator makes of it is written out by hand in the other part.</summary>
public sealed partial class HandWrittenFlow : Flow
{
    /// <summary>How many numbers to square.</summary>
    [Parameter]
    public int Count { get; init; } = 3;

    [Parameter]
    public required string Title { get; init; }

    [Artifact]
    public partial int Square { get; set; }

    [Artifact]
    public partial long Sum { get; set; }

    [Artifact]
    public partial string? Note { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, Count), Calculate);

    [Step]
    public async Task<Next> Calculate(int number, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        Square = number * number;
        return To(Total);
    }

    [Step]
    public Next Total(Inputs<HandWrittenFlow> inputs)
    {
        Sum = inputs.Sum(i => (long)i.Square);
        return To(End);
    }

    [Step]
    public void End() => Logger.LogInformation("{Title}: {Sum}", Title, Sum);
}
