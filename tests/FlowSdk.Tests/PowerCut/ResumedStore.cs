using System.Text.RegularExpressions;
using FlowSdk.Metadata;
using FlowSdk.Serialization;
using FlowSdk.Storage;
using FlowSdk.Tests.Runtime;

namespace FlowSdk.Tests.PowerCut;

/// <summary>What a run that was resumed after a loss of power has come to.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Note">The artifact at its end, as JSON.</param>
/// <param name="Deleted">How often an object had to be deleted that had its length but not its content: resuming looks at lengths only.</param>
internal sealed partial record ResumedStore(RunStatus Status, string Note, int Deleted)
{
    public static async Task<ResumedStore> MakeAsync(string folder)
    {
        using var inline = new InlineRun(folder, new LocalDisk());
        for (var deleted = 0; ; deleted++)
        {
            var hasRun = await new RunRegistry(inline.Store, TimeProvider.System, new Random(1)).RunsAsync(nameof(NotesByHand)).AnyAsync();
            var outcome = hasRun ? await inline.ResumeAsync(new NotesByHand()) : await inline.RunAsync(new NotesByHand());
            if (outcome is not { Status: RunStatus.Failed, Failures: [{ Failure.Message: var message }, ..] } || DamagedObject().Match(message) is not { Success: true } damaged)
            {
                return new(outcome.Status, NoteOf(inline.Store, new(nameof(NotesByHand), outcome.RunId)), deleted);
            }

            // What the message says is to be done.
            await inline.Store.DeleteAsync(damaged.Value);
        }
    }

    private static string NoteOf(IObjectStore store, RunPaths run)
    {
        var journal = new JournalReader(store, run);
        return journal.ReadEnd() is { EndTask: { } end } ? JsonTranscoder.ToJson(new ArtifactStore(store).Get(journal.TableOf(journal.ReadFinished(end))[0]!)) : "";
    }

    [GeneratedRegex("artifacts/[0-9a-f]{2}/[0-9a-f]{64}(?=' in .* is damaged)")]
    private static partial Regex DamagedObject();
}
