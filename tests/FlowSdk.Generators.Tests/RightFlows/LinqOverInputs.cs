public sealed partial class LinqFlow : Flow
{
    [Artifact] public partial string Word { get; set; }
    [Artifact] public partial int Length { get; set; }
    [Artifact] public partial double[] Vector { get; set; }
    [Artifact] public partial Dictionary<int, List<string>> ByLength { get; set; }

    [Step] public Next Start() => ForEach("the quick brown fox".Split(' '), Measure);

    [Step]
    public Next Measure(string word)
    {
        (Word, Length) = (word, word.Length);
        Vector = [.. word.Select(c => (double)c)];
        return To(Gather);
    }

    [Step]
    public Next Gather(Inputs<LinqFlow> inputs)
    {
        ByLength = inputs.GroupBy(i => i.Length).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Select(i => i.Word).ToList());
        var longest = inputs.OrderByDescending(i => i.Length).ThenBy(i => i.Word, StringComparer.Ordinal).First();
        var (words, total) = (inputs.Select(i => i.Word).ToArray(), inputs.Sum(i => i.Length));
        var pairs = inputs.Zip(inputs.Skip(1), (a, b) => a.Length - b.Length).ToList();
        var sum = inputs.Select(i => i.Vector.AsEnumerable()).Aggregate((a, b) => a.Zip(b, (x, y) => x + y));
        var query = from i in inputs where i.Length > 3 let upper = i.Word.ToUpperInvariant() orderby upper select upper;
        foreach (var (index, input) in inputs.Index())
        {
            Console.WriteLine($"{index} {input.Word}");
        }

        Word = inputs.Count > 0 ? inputs[^1].Word : "";
        Length = inputs.Max(i => i.Length);
        Console.WriteLine($"{longest.Word} {string.Join(' ', words)} {total} {pairs.Count} {sum.Sum()} {query.Count()} {inputs.Any(i => i.Length > 4)}");
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Word} {Length} {string.Join(' ', ByLength.Keys)}");
}
