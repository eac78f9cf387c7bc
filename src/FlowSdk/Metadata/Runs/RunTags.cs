using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowSdk.Storage;

namespace FlowSdk.Metadata;

/// <summary>
/// The tags of a run, which anyone may change at any time: an object beside the journal, once they differ from those that the run was started with. What does not
/// end as an array does was cut short by a loss of power: to readers it counts as not there, but nobody takes it for all that the run had.
/// </summary>
internal sealed class RunTags(IObjectStore store, RunPaths paths)
{
    private static readonly JsonWriterOptions _format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RunIndex _index = new(store, RunIndex.All);

    /// <summary>The tags as they are now, in order; those of the start where nobody knows what they are, so that the run stays readable.</summary>
    /// <param name="start">The first record of the run.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(RunStartedRecord start, CancellationToken cancellation = default) =>
        (await LoadAsync(cancellation))?.Tags ?? Sorted(start.Tags);

    /// <summary>The same, for whoever must not miss a tag.</summary>
    /// <param name="start">The first record of the run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FlowException">They were cut short, or are damaged otherwise.</exception>
    public async ValueTask<IReadOnlyList<string>> ReadWholeAsync(RunStartedRecord start, CancellationToken cancellation = default) =>
        await LoadAsync(cancellation) is { } found ? found.Tags ?? throw CutShort() : Sorted(start.Tags);

    /// <summary>Changes the tags, as one change; when someone else does so meanwhile, once more from theirs.</summary>
    /// <param name="start">The first record of the run.</param>
    /// <param name="remove">The tags to take away, whether they are there or not; null for all.</param>
    /// <param name="add">The tags to add, whether they are there or not.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tags as they are now, in order.</returns>
    /// <exception cref="FlowException">A tag is wrong, or one of the system's, or there would be too many, or what is there is damaged, or the run was deleted. Nothing was changed.</exception>
    public async ValueTask<IReadOnlyList<string>> ChangeAsync(
        RunStartedRecord start, IReadOnlyCollection<string>? remove, IReadOnlyCollection<string> add, CancellationToken cancellation = default)
    {
        var system = SystemTags.Of(start);
        if (remove?.FirstOrDefault(system.Contains) is { } fixedTag)
        {
            throw new FlowException(
                FlowErrors.SystemTag, $"The tag '{fixedTag}' of {paths.FlowName}/{paths.RunId} says what the run is, and cannot be removed. Nothing was changed.");
        }

        while (true)
        {
            var old = await LoadAsync(cancellation);

            // Whoever puts others in the place of all needs none of those that were cut short.
            var before = old is null ? Sorted(start.Tags) : old.Value.Tags ?? (remove is null ? null : throw CutShort());
            var tags = Sorted((remove is null ? [] : before!.Except(remove)).Concat(add.Except(system)));
            TagRules.Check(tags);
            await _index.RequireAsync(paths, cancellation);
            if (before is not null && tags.SequenceEqual(before))
            {
                await store.SyncAsync(cancellation);
                return tags;
            }

            if (await WriteAsync(old?.Version, tags, cancellation) is { } version)
            {
                await TakeBackIfDeletedAsync(version, cancellation);
                await store.SyncAsync(cancellation);
                return tags;
            }
        }
    }

    private static string[] Sorted(IEnumerable<string> tags) => [.. tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Who deletes a run takes its entry first and lists its objects then: what was written before the entry went is found, and what was written after it is taken back here.
    private async ValueTask TakeBackIfDeletedAsync(string version, CancellationToken cancellation)
    {
        try
        {
            await _index.RequireAsync(paths, cancellation);
        }
        catch (FlowException deleted) when (deleted.Id == FlowErrors.RunNotFound)
        {
            await store.DeleteAsync(paths.Tags, version, cancellation);
            (store as IFolderUpkeep)?.RemoveFolder(paths.Root);
            throw;
        }
    }

    private async ValueTask<string?> WriteAsync(string? version, string[] tags, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _format))
        {
            json.WriteStartArray();
            foreach (var tag in tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        var content = new ReadOnlySequence<byte>(buffer.WrittenMemory);
        var written = version is null
            ? await store.PutIfAbsentAsync(paths.Tags, content, cancellation)
            : await store.ReplaceAsync(paths.Tags, version, content, cancellation);
        return written?.Version;
    }

    private async ValueTask<(IReadOnlyList<string>? Tags, string Version)?> LoadAsync(CancellationToken cancellation)
    {
        if (await store.FindAsync(paths.Tags, cancellation) is not { } found)
        {
            return null;
        }

        // Between looking and reading it may have grown: then a byte more comes than was asked for room for.
        for (var size = found.Length + 1; ; size *= 2)
        {
            var buffer = new byte[size];
            if (await store.ReadAsync(paths.Tags, 0, buffer, cancellation) is not { } read)
            {
                return null;
            }

            if (read.Count < size)
            {
                return (Parse(buffer.AsMemory(0, read.Count)), read.Object.Version);
            }
        }
    }

    private FlowException CutShort() => new(
        FlowErrors.ObjectDamaged,
        $"The object '{paths.Tags}' in {store.Location} was cut short, so it is not known which tags {paths.FlowName}/{paths.RunId} has, '{RunRetention.KeepTag}' perhaps among them. Nothing was changed. "
            + "'tag replace' with all that it should have, or ReplaceTagsAsync, puts that right.");

    // Null if it was cut short.
    private string[]? Parse(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.EndsWith("]"u8))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(content);
            return [.. json.RootElement.EnumerateArray().Select(static tag => tag.GetString()!)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FlowException(
                FlowErrors.ObjectDamaged,
                $"The object '{paths.Tags}' in {store.Location} is damaged: it should be a JSON array of texts. Delete it, and the run has the tags again with which it was started.",
                exception);
        }
    }
}
