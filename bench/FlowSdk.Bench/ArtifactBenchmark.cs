using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowSdk.Generated;
using FlowSdk.Serialization;
using FlowSdk.Storage;

namespace FlowSdk.Bench;

/// <summary>A float[] of 1 GB, through codec and store and back, beside hashing and writing the same bytes by hand. Noise, so that nothing is compressed.</summary>
internal sealed class ArtifactBenchmark : IBenchmark
{
    private const int Runs = 3;
    private const int Bytes = 1_000_000_000;

    public string Name => "artifact";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        var values = new float[Bytes / sizeof(float)];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        List<(double Write, double Read)> byHand = [], stored = [];
        for (var run = 0; run < Runs; run++)
        {
            byHand.Add(InFolder(folder => ByHand(folder, values)));
            stored.Add(InFolder(folder => Stored(folder, values)));
            await Task.Yield();
        }

        yield return Compare("1 GB float[] written", stored.Select(times => times.Write), byHand.Select(times => times.Write));
        yield return Compare("1 GB float[] read", stored.Select(times => times.Read), byHand.Select(times => times.Read));
    }

    private static Figure Compare(string what, IEnumerable<double> seconds, IEnumerable<double> floor) =>
        new(what, MiddleOf(seconds), "s", MiddleOf(floor), "2x");

    private static double MiddleOf(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static (double Write, double Read) ByHand(string folder, float[] values)
    {
        var path = Path.Combine(folder, "by-hand");
        var write = Seconds(() =>
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan());
            SHA256.HashData(bytes);
            File.WriteAllBytes(path, bytes);
        });
        var read = Seconds(() =>
        {
            var result = new float[values.Length];
            using var file = File.OpenRead(path);
            file.ReadExactly(MemoryMarshal.AsBytes(result.AsSpan()));
            SHA256.HashData(MemoryMarshal.AsBytes(result.AsSpan()));
        });
        return (write, read);
    }

    private static (double Write, double Read) Stored(string folder, float[] values)
    {
        var artifacts = new ArtifactStore(ObjectStores.Open(folder));
        var codec = StandardCodecs.RawArray<float>();
        ArtifactReference? reference = null;
        var write = Seconds(() =>
        {
            using var encoded = ArtifactSerializer.Encode(codec, values, artifacts);
            reference = artifacts.Save("float[]", encoded);
        });
        var read = Seconds(() => ArtifactSerializer.Decode(codec, artifacts.Get(reference!), artifacts));
        return (write, read);
    }

    private static double Seconds(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static T InFolder<T>(Func<string, T> action)
    {
        var folder = Directory.CreateTempSubdirectory("flowsdk-bench-");
        try
        {
            return action(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
