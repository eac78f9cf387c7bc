using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowSdk.Metadata;
using FlowSdk.Storage;

namespace FlowSdk.Client;

/// <summary>Which runs are wanted; null, or an empty list, stands for all.</summary>
internal sealed record RunFilter(
    IReadOnlyList<string> Tags,
    IReadOnlyList<RunStatus> Statuses,
    string? User,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    IReadOnlyDictionary<string, string>? Parameters)
{
    /// <summary>Whether some runs are left out, for which each has to be read.</summary>
    public bool IsSelective => Tags.Count > 0 || Statuses.Count > 0 || User is not null || Since is not null || Until is not null || Parameters is { Count: > 0 };

    /// <summary>Whether only runs that have succeeded are wanted.</summary>
    public bool OnlySucceeded => Statuses is [RunStatus.Succeeded];

    /// <summary>The run, or the place in the index, after which wanted runs begin; null for the first.</summary>
    /// <param name="before">A run that bounds them already; null if there is none.</param>
    public string? StartAfter(string? before)
    {
        // Within the last millisecond the journal decides.
        var until = Until is { } time ? RunId.BeforeAll(time) : null;
        return before is null || (until is not null && string.CompareOrdinal(RunId.ToIndex(until), RunId.ToIndex(before)) > 0) ? until : before;
    }

    /// <summary>Whether a run, and hence each after it, was created too early.</summary>
    private bool IsTooOld(string runId) => Since is { } time && string.CompareOrdinal(runId, RunId.TimeOf(time)) < 0;

    /// <summary>Reads the runs that are wanted.</summary>
    /// <param name="store">The store.</param>
    /// <param name="found">Runs, the newest first.</param>
    /// <param name="damaged">Whether those that cannot be read are given as well, of which it is not known whether they are wanted.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<Run> ReadAsync(
        IObjectStore store, IAsyncEnumerable<RunPaths> found, bool damaged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var paths in found)
        {
            if (IsTooOld(paths.RunId))
            {
                yield break;
            }

            var run = await Run.LoadAsync(store, paths, cancellation);
            if ((damaged && run.Damage is not null) || Matches(run))
            {
                yield return run;
            }
        }
    }

    private bool Matches(Run run)
    {
        if (!IsSelective)
        {
            return true;
        }

        return run.Damage is null
            && (Statuses.Count == 0 || Statuses.Contains(run.Status))
            && (User is null || run.UserName == User)
            && (Since is null || run.CreatedAt >= Since)
            && (Until is null || run.CreatedAt < Until)
            && Tags.All(tag => run.Tags.Contains(tag) || run.SystemTags.Contains(tag))
            && (Parameters is null || Parameters.All(wanted => run.Parameters.TryGetValue(wanted.Key, out var value) && IsSame(value, wanted.Value)));
    }

    private static bool IsSame(JsonElement value, string wanted) => value.ValueKind == JsonValueKind.String
        ? value.GetString() == wanted || value.GetRawText() == wanted
        : value.GetRawText() == wanted || (TryParse(wanted) is { } other && JsonElement.DeepEquals(value, other));

    private static JsonElement? TryParse(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException)
        {
            // A text without quotes; it was compared as such.
            return null;
        }
    }
}
