using System.Net.Http;

public sealed partial class DownloadFlow(HttpClient http) : Flow
{
    [Parameter] public string[] Pages { get; init; } = ["a", "b"];

    [Artifact] public partial string[] Texts { get; set; }
    [Artifact] public partial int Total { get; set; }
    [Artifact] public partial Dictionary<string, int> Sizes { get; set; }

    [Step, Timeout(Minutes = 1)]
    public async Task<Next> Fetch(CancellationToken cancellation)
    {
        Texts = await Task.WhenAll(Pages.Select(async page => await http.GetStringAsync(page, cancellation)));
        Sizes = [];
        await Parallel.ForEachAsync(Texts, cancellation, async (text, token) =>
        {
            await Task.Delay(1, token);
            lock (Sizes)
            {
                Sizes[text] = text.Length;
            }
        });
        return To(Count);
    }

    [Step]
    public async ValueTask<Next> Count(CancellationToken cancellation)
    {
        var first = CountAsync(0, cancellation);
        var rest = Task.Run(() => Texts.Skip(1).Sum(t => t.Length), cancellation);
        await Task.WhenAll(first, rest);
        Total = first.Result + rest.Result;
        await foreach (var size in EachAsync())
        {
            Total += size;
        }

        return To(End);
    }

    [Step]
    public async Task End()
    {
        await Console.Out.WriteLineAsync($"{Total} characters, {Sizes.Count} texts");
    }

    private async Task<int> CountAsync(int index, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation).ConfigureAwait(false);
        return Texts[index].Length;
    }

    private async IAsyncEnumerable<int> EachAsync()
    {
        foreach (var size in Sizes.Values)
        {
            await Task.Yield();
            yield return size;
        }
    }
}
