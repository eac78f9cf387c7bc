using System.Buffers;
using FlowSdk.Storage;

namespace FlowSdk.KillPoints;

/// <summary>Counts the changes that this process makes to the disk, and dies at the one that it was told.</summary>
/// <param name="point">Where to die; null for nowhere.</param>
/// <param name="log">A file that gets a line for each change; null for none.</param>
internal sealed class MortalDisk(KillPoint? point, string? log) : LocalDisk
{
    private readonly Lock _lock = new();

    public override void CreateFolder(string path) => Do("folder", path, () => base.CreateFolder(path), half: null);

    public override void Create(string path, ReadOnlySequence<byte> content) =>
        Do("create", path, () => base.Create(path, content), () => base.Create(path, Half(content)));

    public override bool Append(string path, long expectedLength, ReadOnlySequence<byte> content)
    {
        var isAdded = false;
        Do("append", path, () => isAdded = base.Append(path, expectedLength, content), () => base.Append(path, expectedLength, Half(content)));
        return isAdded;
    }

    public override void Move(string from, string to) => Do("move", to, () => base.Move(from, to), half: null);

    public override void Delete(string path) => Do("delete", path, () => base.Delete(path), half: null);

    public override void FlushFile(string path) => Do("sync", path, () => base.FlushFile(path), half: null);

    public override void FlushFolder(string path) => Do("sync", path, () => base.FlushFolder(path), half: null);

    public override void FlushAll() => Do("sync", "all", base.FlushAll, half: null);

    private static ReadOnlySequence<byte> Half(ReadOnlySequence<byte> content) => content.Slice(0, content.Length / 2);

    private void Do(string name, string path, Action change, Action? half)
    {
        lock (_lock)
        {
            var description = $"{name} {path.Replace('\\', '/')}";
            if (log is not null)
            {
                File.AppendAllText(log, description + "\n");
            }

            var isHere = point?.IsNext(description) == true;
            if (isHere && point!.Moment is not KillMoment.After)
            {
                point.Die(point.Moment is KillMoment.Half ? half : null);
            }

            change();
            if (isHere && point!.Moment is KillMoment.After)
            {
                point.Die(lastWords: null);
            }
        }
    }
}
