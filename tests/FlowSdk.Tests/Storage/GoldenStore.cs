using System.Buffers;
using System.Text;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Metadata;

namespace FlowSdk.Tests.Storage;

/// <summary>A small store with something of everything. <c>Golden/store-1.zip</c> is one that version 1 of the format wrote.</summary>
internal static class GoldenStore
{
    public static readonly byte[] Noise = Bytes(5000, static i => (byte)(i * i * 2654435761L >> 13));

    public static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"line {i}\n")));

    public static readonly string[] Lines = ["hello", "日本", "no end"];

    public static async Task WriteAsync(string folder)
    {
        await using var store = new LocalObjectStore(folder, TimeProvider.System);
        var journal = new JournalWriter(store, SampleRun.Paths, new("FLOWJRN1", 700, 20_000));
        foreach (var record in SampleRun.Records)
        {
            journal.Enqueue(record);
        }

        await journal.CloseAsync();
        await new RunIndex(store, RunIndex.All).AddAsync(SampleRun.Paths, default);
        await new RunIndex(store, RunIndex.Succeeded).AddAsync(SampleRun.Paths, default);
        using var log = new LogWriter(store, SampleRun.Paths);
        await log.AppendAsync(0, 1, 0, OutputStream.Stdout, SampleRun.CreatedAt.AddSeconds(1), Encoding.UTF8.GetBytes(Lines[0]));
        await log.AppendAsync(1, 2, 1, OutputStream.Stderr, SampleRun.CreatedAt.AddSeconds(2), Encoding.UTF8.GetBytes(Lines[1]));
        await log.FlushAsync();
        await log.AppendAsync(0, 1, 0, OutputStream.Stdout, SampleRun.CreatedAt.AddSeconds(3), Encoding.UTF8.GetBytes(Lines[2]), isPartial: true);
        await log.CloseAsync();
        await new RunTags(store, SampleRun.Paths).ChangeAsync(SampleRun.Start, null, ["two", "one", "日本\n\"3\""]);
        await store.PutIfAbsentAsync(SampleRun.Paths.Cancel, default);
        var artifacts = new ArtifactStore(store);
        artifacts.Save("byte[]", Value(Noise));
        artifacts.Save("string", Value(Text));
    }

    public static EncodedValue Value(byte[] bytes) => new(new ReadOnlySequence<byte>(bytes), []);

    private static byte[] Bytes(int count, Func<int, byte> value) => [.. Enumerable.Range(0, count).Select(value)];
}
