namespace FlowSdk.Runtime.Inline;

/// <summary>
/// The environment variables of inline steps. A process has one environment: a variable is set while any step that asks for it
/// runs, and gets its old value back after the last; steps that ask for different values at the same time see the latest.
/// </summary>
internal sealed class StepEnvironment
{
    private readonly Dictionary<string, (int Users, string? Old)> _variables = [];

    private StepEnvironment()
    {
    }

    /// <summary>The one that all runs of this process share.</summary>
    public static StepEnvironment OfProcess { get; } = new();

    public IDisposable? Apply(IReadOnlyList<EnvironmentVariableAttribute> variables)
    {
        if (variables.Count == 0)
        {
            return null;
        }

        lock (_variables)
        {
            foreach (var variable in variables)
            {
                var (users, old) = _variables.GetValueOrDefault(variable.Name, (0, Environment.GetEnvironmentVariable(variable.Name)));
                _variables[variable.Name] = (users + 1, old);
                Environment.SetEnvironmentVariable(variable.Name, variable.Value);
            }
        }

        return new Applied(this, variables);
    }

    private void Restore(IReadOnlyList<EnvironmentVariableAttribute> variables)
    {
        lock (_variables)
        {
            foreach (var variable in variables)
            {
                var (users, old) = _variables[variable.Name];
                if (users > 1)
                {
                    _variables[variable.Name] = (users - 1, old);
                    continue;
                }

                _variables.Remove(variable.Name);
                Environment.SetEnvironmentVariable(variable.Name, old);
            }
        }
    }

    private sealed class Applied(StepEnvironment environment, IReadOnlyList<EnvironmentVariableAttribute> variables) : IDisposable
    {
        public void Dispose() => environment.Restore(variables);
    }
}
