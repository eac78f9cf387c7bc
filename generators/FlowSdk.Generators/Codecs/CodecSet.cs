namespace FlowSdk.Generators.Codecs;

/// <summary>All codecs that a flow needs, or the calls that read artifacts, free of compiler symbols.</summary>
/// <param name="Codecs">One for each type, in the order in which they were planned.</param>
internal sealed record CodecSet(ValueList<CodecModel> Codecs)
{
    /// <summary>One codec for each type of several sets, in an order that does not depend on theirs.</summary>
    public static CodecSet Union(IEnumerable<CodecSet> sets) => new(new ValueList<CodecModel>(
        [.. sets.SelectMany(s => s.Codecs).GroupBy(c => c.Type).Select(g => g.First()).OrderBy(c => c.Type, StringComparer.Ordinal)]));
}
