using System.Runtime.ExceptionServices;

namespace FlowSdk.Storage;

/// <summary>Works on several chunks at a time: two threads keep a disk and a processor busy at once, more help only where there are more processors.</summary>
internal static class ChunkLoop
{
    private static readonly ParallelOptions Options = new() { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 8) };

    public static void Run(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, Options, work);
        }
        catch (AggregateException exception)
        {
            // What failed is the store, not a loop.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
