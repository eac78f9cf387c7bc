using FlowSdk.Metadata;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>An invented journal: what was added is there once it is flushed, and a runner that dies meanwhile leaves some of it.</summary>
internal sealed class VirtualJournal
{
    private readonly List<VirtualRecord> _records = [];
    private readonly HashSet<string> _paths = [];
    private int _flushed;

    /// <summary>What is there, in order.</summary>
    public IReadOnlyList<VirtualRecord> Records => _records[.._flushed];

    /// <summary>What each task made.</summary>
    public Dictionary<string, uint> Contents => Records.ToDictionary(r => r.Path, r => r.Content);

    /// <returns>Where the record will stand.</returns>
    public RecordPosition Add(VirtualRecord record)
    {
        _paths.Add(record.Path).ShouldBeTrue($"{record.Path} is committed at most once.");
        _records.Add(record);
        return new RecordPosition(0, _records.Count - 1);
    }

    public bool Contains(string path) => _paths.Contains(path);

    public void Flush() => _flushed = _records.Count;

    /// <summary>The runner dies while it flushes.</summary>
    /// <param name="random">Decides how many of the records are there.</param>
    public void Tear(Random random)
    {
        _flushed += random.Next(_records.Count - _flushed + 1);
        _records.RemoveRange(_flushed, _records.Count - _flushed);
    }

    public VirtualRecord At(RecordPosition position)
    {
        position.Offset.ShouldBeLessThan(_flushed, "No task starts before what it starts with is kept.");
        return _records[position.Offset];
    }
}
