namespace FlowSdk.Runtime.Execution;

/// <summary>The text of an exception without the frames of what called the step: they are the same every time, and tell its author nothing.</summary>
internal static class StackText
{
    public static string Of(Exception exception) => WithoutCallers(exception.ToString());

    internal static string WithoutCallers(string text) =>
        string.Join('\n', text.Split('\n').Where(static line => !IsOfCaller(line.AsSpan().TrimStart()))).TrimEnd();

    // What generated code calls on behalf of a step, such as the getter of an artifact, lies above the step and is kept.
    private static bool IsOfCaller(ReadOnlySpan<char> line) =>
        line.StartsWith("at ", StringComparison.Ordinal)
        && (line[3..].StartsWith("FlowSdk.Runtime.Execution.", StringComparison.Ordinal)
            || line.Contains(".__Definition.DispatchAsync(", StringComparison.Ordinal));
}
