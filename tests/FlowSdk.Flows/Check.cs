namespace FlowSdk.Flows;

/// <summary>What a step expects; a step that is disappointed fails its run.</summary>
internal static class Check
{
    public static void That(bool condition, string what)
    {
        if (!condition)
        {
            throw new CheckFailedException(what);
        }
    }

    public static void Equal<T>(T expected, T actual, string what) =>
        That(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, but was {actual}");

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what) =>
        That(expected.SequenceEqual(actual), $"{what}: expected {string.Join(", ", expected)}, but was {string.Join(", ", actual)}");

    public static TException Throws<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException e)
        {
            return e;
        }

        throw new CheckFailedException($"{typeof(TException).Name} was expected");
    }
}

internal sealed class CheckFailedException(string message) : Exception(message);
