namespace FlowSdk;

/// <summary>Sets an environment variable in the worker process that runs the step, before the process starts.</summary>
/// <param name="name">The variable's name.</param>
/// <param name="value">The variable's value.</param>
/// <remarks>Inline, where there is no process of its own, the variable is set for the runner's process while the step runs.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnvironmentVariableAttribute(string name, string value) : Attribute
{
    /// <summary>The variable's name.</summary>
    public string Name { get; } = name;

    /// <summary>The variable's value.</summary>
    public string Value { get; } = value;
}
