using FlowSdk.Metadata;

namespace FlowSdk;

public sealed partial class Run
{
    /// <summary>The tags that users have given the run, in order. Changing them through this object changes them here too.</summary>
    public IReadOnlyList<string> Tags => Summary.Tags;

    /// <summary>
    /// The tags that the run has by what it is, in order: <c>user:</c>, <c>host:</c>, <c>runtime:</c>, <c>sdk:</c>, and within a git repository <c>git:</c> with the commit, and with
    /// <c>clean</c> or <c>dirty</c>. They cannot be removed.
    /// </summary>
    public IReadOnlyList<string> SystemTags => field ??= Metadata.SystemTags.Of(Start);

    /// <summary>Adds tags to those that the run has at that moment, all or none. Others may change them at the same time.</summary>
    /// <param name="tags">The tags, each of 1 to 500 characters; those that the run has already stay.</param>
    /// <returns>The tags as they are then, in order.</returns>
    /// <exception cref="FlowException">One of them cannot be a tag, or the run would have more than 50, or was deleted. Nothing was changed.</exception>
    public Task<IReadOnlyList<string>> AddTagsAsync(params string[] tags) => AddTagsAsync(tags, default);

    /// <inheritdoc cref="AddTagsAsync(string[])"/>
    /// <param name="tags">The tags, each of 1 to 500 characters; those that the run has already stay.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<string>> AddTagsAsync(IEnumerable<string> tags, CancellationToken cancellation = default) => ChangeAsync([], tags, cancellation);

    /// <summary>Removes tags from those that the run has at that moment. Others may change them at the same time.</summary>
    /// <param name="tags">The tags; those that the run does not have are none the less gone.</param>
    /// <returns>The tags as they are then, in order.</returns>
    /// <exception cref="FlowException">One of them is a system tag, or the run was deleted. Nothing was changed.</exception>
    public Task<IReadOnlyList<string>> RemoveTagsAsync(params string[] tags) => RemoveTagsAsync(tags, default);

    /// <inheritdoc cref="RemoveTagsAsync(string[])"/>
    /// <param name="tags">The tags; those that the run does not have are none the less gone.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<string>> RemoveTagsAsync(IEnumerable<string> tags, CancellationToken cancellation = default) => ChangeAsync(tags, [], cancellation);

    /// <summary>Puts tags in the place of all that users have given the run.</summary>
    /// <param name="tags">The tags, each of 1 to 500 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tags as they are then, in order.</returns>
    /// <exception cref="FlowException">One of them cannot be a tag, or they are more than 50, or the run was deleted. Nothing was changed.</exception>
    public Task<IReadOnlyList<string>> ReplaceTagsAsync(IEnumerable<string> tags, CancellationToken cancellation = default) => ChangeAsync(null, tags, cancellation);

    /// <summary>Removes some tags and adds others, as one change.</summary>
    /// <param name="remove">The tags to remove; those that the run does not have are none the less gone.</param>
    /// <param name="add">The tags to add, each of 1 to 500 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tags as they are then, in order.</returns>
    /// <exception cref="FlowException">A tag to add cannot be one, one to remove is a system tag, or the run would have more than 50, or was deleted. Nothing was changed.</exception>
    public Task<IReadOnlyList<string>> ReplaceTagsAsync(IEnumerable<string> remove, IEnumerable<string> add, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(remove);
        return ChangeAsync(remove, add, cancellation);
    }

    private async Task<IReadOnlyList<string>> ChangeAsync(IEnumerable<string>? remove, IEnumerable<string> add, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(add);
        var tags = await _contents.Reader.Tags.ChangeAsync(Start, remove is null ? null : [.. remove], [.. add], cancellation);
        _summary = Summary with { Tags = tags };
        return tags;
    }
}
