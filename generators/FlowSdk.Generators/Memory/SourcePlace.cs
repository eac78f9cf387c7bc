namespace FlowSdk.Generators.Memory;

/// <summary>A piece of the source of a project, by numbers that stay the same for as long as its declarations do.</summary>
/// <param name="File">The number of the file.</param>
/// <param name="Member">The number of the member within it, or <see cref="All"/>.</param>
internal readonly record struct SourcePlace(int File, int Member)
{
    /// <summary>The whole file.</summary>
    public const int All = -1;
}
