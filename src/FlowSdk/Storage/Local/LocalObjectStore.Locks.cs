namespace FlowSdk.Storage;

internal sealed partial class LocalObjectStore : IExclusiveLocks
{
    public IDisposable? TryTake(string key)
    {
        var path = PathOf(key) + "~";
        return Guard(key, () =>
        {
            Prepare();
            try
            {
                IDisposable? held = null;
                InFolder(path, () => held = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                return held;
            }
            catch (IOException exception) when (LocalErrors.IsShareViolation(exception))
            {
                return null;
            }
        });
    }

    public bool IsHeld(string key)
    {
        var path = PathOf(key) + "~";
        return Guard(key, () =>
        {
            try
            {
                if (File.Exists(path))
                {
                    File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite).Dispose();
                }

                return false;
            }
            catch (FileNotFoundException)
            {
                return false;
            }
            catch (IOException exception) when (LocalErrors.IsShareViolation(exception))
            {
                return true;
            }
        });
    }
}
