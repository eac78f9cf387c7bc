using System.Globalization;
using System.Numerics;
using FlowSdk;

return await FlowApp.RunAsync<DigitsFlow>(args);

/// <summary>Trains three families of models on handwritten digits, side by side, and keeps the best.</summary>
public sealed partial class DigitsFlow : Flow
{
    /// <summary>CSV file with the rows to learn from: 64 pixels from 0 to 16, then the digit. Without it, digits are drawn.</summary>
    [Parameter]
    public string? Train { get; init; }

    /// <summary>CSV file with the rows to test with, in the same form.</summary>
    [Parameter]
    public string? Test { get; init; }

    /// <summary>Passes over the training rows.</summary>
    [Parameter]
    public int Epochs { get; init; } = 30;

    /// <summary>Makes a run repeatable.</summary>
    [Parameter]
    public int Seed { get; init; } = 1;

    [Artifact(ReadOnly = true)]
    public partial Digits Training { get; set; }

    [Artifact(ReadOnly = true)]
    public partial Digits Validation { get; set; }

    [Artifact(ReadOnly = true)]
    public partial Digits Unseen { get; set; }

    [Artifact]
    public partial string Family { get; set; }

    [Artifact]
    public partial Classifier Model { get; set; }

    [Artifact]
    public partial double Accuracy { get; set; }

    [Artifact]
    public partial int[,] Confusion { get; set; }

    [Step]
    public Next Start()
    {
        if (Train is null || Test is null)
        {
            Console.WriteLine("No --train and --test files were given: drawing digits instead.");
        }

        var random = new Random(Seed);
        var known = Train is null ? Digits.Draw(2000, random) : Digits.Load(Train);
        Unseen = Test is null ? Digits.Draw(500, random) : Digits.Load(Test);
        (Training, Validation) = known.Split(0.2, random);
        return To(FitCentroids, FitSoftmax, FitNetwork);
    }

    [Step]
    public Next FitCentroids()
    {
        Keep("nearest centroid", NearestCentroid.Fit(Training));
        return To(Choose);
    }

    [Step]
    public Next FitSoftmax(CancellationToken cancellation)
    {
        Keep("softmax regression", Network.Fit(Training, hidden: [], Epochs, new Random(Seed), cancellation));
        return To(Choose);
    }

    [Step]
    public Next FitNetwork(CancellationToken cancellation)
    {
        Keep("neural network", Network.Fit(Training, hidden: [64], Epochs, new Random(Seed), cancellation));
        return To(Choose);
    }

    [Step]
    public Next Choose(Inputs<DigitsFlow> inputs)
    {
        foreach (var input in inputs)
        {
            Console.WriteLine($"{input.Family,-20} {input.Accuracy:P1} on the validation rows");
        }

        Merge(inputs.MaxBy(input => input.Accuracy)!);
        return To(Examine);
    }

    [Step]
    public Next Examine()
    {
        var confusion = new int[Digits.Classes, Digits.Classes];
        for (var row = 0; row < Unseen.Count; row++)
        {
            confusion[Unseen.Labels[row], Model.Predict(Unseen[row])]++;
        }

        (Confusion, Accuracy) = (confusion, Model.Accuracy(Unseen));
        return To(End);
    }

    [Step]
    public void End()
    {
        Console.WriteLine($"{Family}: {Accuracy:P1} of {Unseen.Count} test rows are right");
        Console.WriteLine("     " + string.Concat(Enumerable.Range(0, Digits.Classes).Select(digit => $"{digit,5}")));
        for (var digit = 0; digit < Digits.Classes; digit++)
        {
            Console.WriteLine($"{digit,5}" + string.Concat(Enumerable.Range(0, Digits.Classes).Select(guess => $"{Confusion[digit, guess],5}")));
        }
    }

    private void Keep(string family, Classifier model) => (Family, Model, Accuracy) = (family, model, model.Accuracy(Validation));
}

/// <summary>Images of 8 x 8 pixels, one after the other, and the digit that each shows.</summary>
public sealed record Digits(float[] Pixels, int[] Labels)
{
    public const int Size = 64, Classes = 10;

    public int Count => Labels.Length;

    public ReadOnlySpan<float> this[int row] => Pixels.AsSpan(row * Size, Size);

    /// <summary>Reads rows of 64 numbers from 0 to 16 and a digit, separated by commas.</summary>
    public static Digits Load(string path)
    {
        var rows = File.ReadLines(path).Where(line => line.Length > 0)
            .Select(line => Array.ConvertAll(line.Split(','), cell => int.Parse(cell, CultureInfo.InvariantCulture))).ToArray();
        return new([.. rows.SelectMany(row => row[..Size], (_, ink) => ink / 16f)], [.. rows.Select(row => row[Size])]);
    }

    /// <summary>Draws each digit many times from a small font, moved by a pixel and with noise.</summary>
    public static Digits Draw(int count, Random random)
    {
        var labels = new int[count];
        var pixels = new float[count * Size];
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.Next(Classes);
            var (left, top) = (random.Next(1, 4), random.Next(0, 3));
            for (var pixel = 0; pixel < 6 * 4; pixel++)
            {
                var lit = Font[labels[i]][pixel] == '#';
                pixels[(i * Size) + ((top + (pixel / 4)) * 8) + left + (pixel % 4)] = lit ? 0.6f + (0.4f * random.NextSingle()) : 0;
            }

            foreach (ref var pixel in pixels.AsSpan(i * Size, Size))
            {
                pixel = Math.Clamp(pixel + (0.5f * (random.NextSingle() - 0.5f)), 0, 1);
            }
        }

        return new(pixels, labels);
    }

    /// <summary>Parts a share of the rows, chosen at random, from the rest.</summary>
    public (Digits Most, Digits Few) Split(double share, Random random)
    {
        var order = Enumerable.Range(0, Count).ToArray();
        random.Shuffle(order);
        var cut = (int)(Count * share);
        return (Take(order[cut..]), Take(order[..cut]));
    }

    private Digits Take(int[] rows) => new([.. rows.SelectMany(row => this[row].ToArray())], [.. rows.Select(row => Labels[row])]);

    private static readonly string[] Font =
    [
        ".##.#..##..##..##..#.##.",
        "..#..##...#...#...#..###",
        ".##.#..#...#..#..#..####",
        "###....#.##....#...####.",
        "..#..##.#.#.####..#...#.",
        "#####...###....#...####.",
        ".####...###.#..##..#.##.",
        "####...#..#...#..#...#..",
        ".##.#..#.##.#..##..#.##.",
        ".##.#..##..#.###...####.",
    ];
}

/// <summary>Tells digits apart.</summary>
[ArtifactUnion(typeof(NearestCentroid), typeof(Network))]
public abstract class Classifier
{
    /// <summary>One score for each digit; the highest wins.</summary>
    public abstract void Score(ReadOnlySpan<float> image, Span<float> scores);

    public int Predict(ReadOnlySpan<float> image)
    {
        Span<float> scores = stackalloc float[Digits.Classes];
        Score(image, scores);
        return scores.IndexOfMax();
    }

    public double Accuracy(Digits digits)
    {
        var right = 0;
        for (var row = 0; row < digits.Count; row++)
        {
            right += Predict(digits[row]) == digits.Labels[row] ? 1 : 0;
        }

        return (double)right / digits.Count;
    }
}

/// <summary>The mean image of each digit; the nearest one wins.</summary>
public sealed class NearestCentroid(float[] centroids) : Classifier
{
    public float[] Centroids { get; } = centroids;

    public static NearestCentroid Fit(Digits digits)
    {
        var centroids = new float[Digits.Classes * Digits.Size];
        for (var row = 0; row < digits.Count; row++)
        {
            var label = digits.Labels[row];
            centroids.AsSpan(label * Digits.Size, Digits.Size).Add(digits[row], 1f / digits.Labels.Count(l => l == label));
        }

        return new(centroids);
    }

    public override void Score(ReadOnlySpan<float> image, Span<float> scores)
    {
        for (var digit = 0; digit < scores.Length; digit++)
        {
            // |image - centroid|^2 without |image|^2, which is the same for all.
            var centroid = Centroids.AsSpan(digit * Digits.Size, Digits.Size);
            scores[digit] = image.Dot(centroid) - (0.5f * centroid.Dot(centroid));
        }
    }
}

/// <summary>Layers of weights: none hidden, and it is softmax regression; one, and it is a small neural network.</summary>
public sealed class Network(Layer[] layers) : Classifier
{
    public Layer[] Layers { get; } = layers;

    public static Network Fit(Digits digits, int[] hidden, int epochs, Random random, CancellationToken cancellation)
    {
        int[] sizes = [Digits.Size, .. hidden, Digits.Classes];
        var network = new Network([.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => Layer.Create(inputs, outputs, random))]);
        var order = Enumerable.Range(0, digits.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var row in order)
            {
                network.Learn(digits[row], digits.Labels[row], 0.05f * (epochs - epoch) / epochs);
            }
        }

        return network;
    }

    public override void Score(ReadOnlySpan<float> image, Span<float> scores) => Forward(image)[^1].CopyTo(scores);

    private float[][] Forward(ReadOnlySpan<float> image)
    {
        var outputs = new float[Layers.Length][];
        for (var i = 0; i < Layers.Length; i++)
        {
            outputs[i] = Layers[i].Forward(i == 0 ? image : outputs[i - 1], rectify: i < Layers.Length - 1);
        }

        return outputs;
    }

    /// <summary>One step down the gradient of the cross entropy.</summary>
    private void Learn(ReadOnlySpan<float> image, int label, float rate)
    {
        var outputs = Forward(image);
        var error = Softmax(outputs[^1]);
        error[label] -= 1;
        for (var i = Layers.Length - 1; i >= 0; i--)
        {
            error = Layers[i].Backward(i == 0 ? image : outputs[i - 1], error, rate);
        }
    }

    private static float[] Softmax(float[] scores)
    {
        var max = scores.Max();
        var powers = Array.ConvertAll(scores, score => MathF.Exp(score - max));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }
}

/// <summary>One row of weights for each output.</summary>
public sealed record Layer(float[][] Weights, float[] Bias)
{
    public static Layer Create(int inputs, int outputs, Random random)
    {
        var scale = MathF.Sqrt(6f / inputs);
        float[] RandomRow() => [.. Enumerable.Range(0, inputs).Select(_ => scale * (random.NextSingle() - 0.5f))];
        return new([.. Enumerable.Range(0, outputs).Select(_ => RandomRow())], new float[outputs]);
    }

    public float[] Forward(ReadOnlySpan<float> input, bool rectify)
    {
        var output = new float[Bias.Length];
        for (var i = 0; i < output.Length; i++)
        {
            var sum = Bias[i] + input.Dot(Weights[i]);
            output[i] = rectify ? Math.Max(sum, 0) : sum;
        }

        return output;
    }

    /// <summary>Corrects the weights and gives the error of the layer before. A rectified input of 0 passes no error on.</summary>
    public float[] Backward(ReadOnlySpan<float> input, float[] error, float rate)
    {
        var before = new float[input.Length];
        for (var i = 0; i < error.Length; i++)
        {
            before.AsSpan().Add(Weights[i], error[i]);
            Weights[i].AsSpan().Add(input, -rate * error[i]);
            Bias[i] -= rate * error[i];
        }

        for (var i = 0; i < before.Length; i++)
        {
            before[i] = input[i] > 0 ? before[i] : 0;
        }

        return before;
    }
}

/// <summary>Loops that run on as many numbers at a time as the processor can take.</summary>
public static class VectorMath
{
    public static float Dot(this ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    public static float Dot(this Span<float> a, ReadOnlySpan<float> b) => Dot((ReadOnlySpan<float>)a, b);

    /// <summary>a += b * factor.</summary>
    public static void Add(this Span<float> a, ReadOnlySpan<float> b, float factor)
    {
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(a[i..]) + (new Vector<float>(b[i..]) * factor)).CopyTo(a[i..]);
        }

        for (; i < a.Length; i++)
        {
            a[i] += b[i] * factor;
        }
    }

    public static int IndexOfMax(this Span<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
