using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.Tests.PowerCut;

/// <summary>Does what the store wants done, one thing at a time, and remembers it.</summary>
/// <param name="origin">The folder that paths are relative to.</param>
internal sealed class LoggedDisk(string origin) : LocalDisk
{
    private readonly Lock _lock = new();
    private readonly List<DiskChange> _changes = [];

    /// <summary>What has been done so far.</summary>
    public IReadOnlyList<DiskChange> Changes
    {
        get
        {
            lock (_lock)
            {
                return [.. _changes];
            }
        }
    }

    public override void CreateFolder(string path) => Do(() => base.CreateFolder(path), new DiskChange.FolderMade(Name(path)));

    public override void Create(string path, ReadOnlySequence<byte> content) =>
        Do(() => base.Create(path, content), new DiskChange.Written(Name(path), content.ToArray()));

    public override bool Append(string path, long expectedLength, ReadOnlySequence<byte> content)
    {
        lock (_lock)
        {
            var isAdded = base.Append(path, expectedLength, content);
            if (isAdded)
            {
                _changes.Add(new DiskChange.Written(Name(path), content.ToArray()));
            }

            return isAdded;
        }
    }

    public override void Move(string from, string to) => Do(() => base.Move(from, to), new DiskChange.Moved(Name(from), Name(to)));

    public override void Delete(string path) => Do(() => base.Delete(path), new DiskChange.Deleted(Name(path)));

    public override void FlushFile(string path) => Do(() => base.FlushFile(path), new DiskChange.FileFlushed(Name(path)));

    public override void FlushFolder(string path) => Do(() => base.FlushFolder(path), new DiskChange.FolderFlushed(Name(path)));

    public override void FlushAll() => Do(base.FlushAll, new DiskChange.AllFlushed());

    private void Do(Action action, DiskChange change)
    {
        lock (_lock)
        {
            action();
            _changes.Add(change);
        }
    }

    private string Name(string path) => Path.GetRelativePath(origin, path);
}
