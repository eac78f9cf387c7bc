using System.Text.RegularExpressions;
using FlowSdk;

return await FlowApp.RunAsync<SentimentFlow>(args);

/// <summary>Tells praise from blame in one sentence, and measures how well by cross-validation: one task for each fold.</summary>
public sealed partial class SentimentFlow : Flow
{
    /// <summary>Text file with one positive sentence a line. Without it, sentences are made up.</summary>
    [Parameter]
    public string? Positive { get; init; }

    /// <summary>Text file with one negative sentence a line.</summary>
    [Parameter]
    public string? Negative { get; init; }

    /// <summary>Parts into which the sentences are cut; each is judged by what the others teach.</summary>
    [Parameter]
    public int Folds { get; init; } = 5;

    /// <summary>Makes a run repeatable.</summary>
    [Parameter]
    public int Seed { get; init; } = 1;

    [Artifact(ReadOnly = true)]
    public partial Sentence[] Sentences { get; set; }

    [Artifact]
    public partial double Accuracy { get; set; }

    [Artifact]
    public partial string[] Telling { get; set; }

    [Step]
    public Next Start()
    {
        if (Positive is null || Negative is null)
        {
            Console.WriteLine("No --positive and --negative files were given: making sentences up.");
        }

        var random = new Random(Seed);
        Sentence[] sentences = Positive is null || Negative is null ? Sentence.MakeUp(500, random) : Sentence.Load(Positive, Negative);
        random.Shuffle(sentences);
        Sentences = sentences;
        return ForEach(Enumerable.Range(0, Folds), Judge);
    }

    [Step]
    public Next Judge(int fold)
    {
        var known = Sentences.Where((_, index) => index % Folds != fold);
        var unseen = Sentences.Where((_, index) => index % Folds == fold);
        var model = NaiveBayes.Fit(known);
        Accuracy = model.Accuracy(unseen);
        Telling = model.MostTelling(20);
        Console.WriteLine($"fold {fold}: {Accuracy:P1} of {unseen.Count():N0} sentences, knowing {model.Counts.Count:N0} words and pairs");
        return To(Average);
    }

    [Step]
    public Next Average(Inputs<SentimentFlow> inputs)
    {
        Accuracy = inputs.Average(input => input.Accuracy);
        Telling = [.. inputs.Select(input => input.Telling.AsEnumerable()).Aggregate((all, some) => all.Intersect(some))];
        return To(End);
    }

    [Step]
    public void End()
    {
        Console.WriteLine($"{Accuracy:P1} on average");
        Console.WriteLine($"telling in every fold: {string.Join(", ", Telling)}");
    }
}

public sealed record Sentence(string Text, bool IsPositive)
{
    public static Sentence[] Load(string positive, string negative) =>
    [
        .. File.ReadLines(positive).Select(line => new Sentence(line, true)),
        .. File.ReadLines(negative).Select(line => new Sentence(line, false)),
    ];

    public static Sentence[] MakeUp(int count, Random random)
    {
        string Any(string words) => words.Split(' ') is var all ? all[random.Next(all.Length)] : "";
        string Judgement(bool isPositive) => Any(isPositive ? "moving clever honest funny warm lively" : "dull hollow clumsy tired cold lazy");
        string Mixed(bool isPositive) => Judgement(random.Next(10) == 0 ? !isPositive : isPositive);
        Sentence Make(bool isPositive) => new(
            $"the {Any("film plot story cast ending music")} is {Mixed(isPositive)} and the {Any("script hero dialogue camera pace")} {Mixed(isPositive)}", isPositive);
        return [.. Enumerable.Range(0, count).Select(number => Make(number % 2 == 0))];
    }
}

/// <summary>Counts in how many positive and negative sentences each word stands, and each pair of neighbours.</summary>
public sealed partial class NaiveBayes
{
    public Dictionary<string, (int Positive, int Negative)> Counts { get; } = [];

    public static NaiveBayes Fit(IEnumerable<Sentence> sentences)
    {
        var model = new NaiveBayes();
        foreach (var (text, isPositive) in sentences)
        {
            foreach (var term in Terms(text))
            {
                var (positive, negative) = model.Counts.GetValueOrDefault(term);
                model.Counts[term] = isPositive ? (positive + 1, negative) : (positive, negative + 1);
            }
        }

        return model;
    }

    public double Accuracy(IEnumerable<Sentence> sentences) =>
        sentences.Average(sentence => LogOdds(sentence.Text) > 0 == sentence.IsPositive ? 1.0 : 0.0);

    public string[] MostTelling(int count) => [.. Counts.Keys.OrderByDescending(term => Math.Abs(Weight(term)) * Math.Sqrt(Counts[term].Positive + Counts[term].Negative)).Take(count)];

    /// <summary>The logarithm of the odds that a sentence is positive.</summary>
    private double LogOdds(string text) => Terms(text).Sum(Weight);

    private double Weight(string term) => Counts.TryGetValue(term, out var count) ? Math.Log((count.Positive + 1.0) / (count.Negative + 1.0)) : 0;

    private static IEnumerable<string> Terms(string text)
    {
        var words = Words.Matches(text.ToLowerInvariant()).Select(match => match.Value).ToArray();
        return words.Concat(words.Zip(words.Skip(1), (first, second) => $"{first} {second}")).Distinct();
    }

    [GeneratedRegex(@"[\p{L}\p{N}']+|[!?]")]
    private static partial Regex Words { get; }
}
