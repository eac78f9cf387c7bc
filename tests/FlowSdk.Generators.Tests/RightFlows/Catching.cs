public sealed partial class CatchingFlow : Flow
{
    [Artifact] public partial string Host { get; set; }
    [Artifact] public partial int Size { get; set; }
    [Artifact] public partial StepFailure? Error { get; set; }
    [Artifact] public partial StepFailure? Late { get; set; }
    [Artifact] public partial List<string> Report { get; set; }
    [Artifact] public partial int Extra { get; set; }

    [Step] public Next Start() => ForEach(["a", "b"], Ask);

    [Step, Catch(nameof(Error)), Retry(Times = 1, DelaySeconds = 0)]
    public async Task<Next> Ask(string host, CancellationToken cancellation)
    {
        Host = host;
        await Task.Delay(1, cancellation);
        Size = host.Length;
        return To(Tell);
    }

    [Step]
    public Next Tell()
    {
        if (Error is { } failure)
        {
            Logger.LogWarning("{Message}", failure.Message);
            return To(Join);
        }

        Logger.LogInformation("{Size}", Size);
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<CatchingFlow> inputs)
    {
        Report = [.. inputs.Select(i => i.Error is null ? $"{i.Host} {i.Size}" : i.Error.Message)];
        foreach (var input in inputs)
        {
            if (input.Error is not null)
            {
                continue;
            }

            Report.Add($"{input.Size}");
        }

        return To(Last);
    }

    [Step, Catch(nameof(Late))]
    public Next Last()
    {
        Extra = Report.Count;
        return To(End);
    }

    [Step]
    public void End()
    {
        var text = Late is null ? $"{Extra} lines" : Late.Message;
        if (HasFailed)
        {
            return;
        }

        Console.WriteLine($"{text} {Extra} {string.Join(' ', Report)}");
    }

    private bool HasFailed => Late is not null;
}
