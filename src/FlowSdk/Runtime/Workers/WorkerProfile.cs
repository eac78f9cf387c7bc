using FlowSdk.Generated;

namespace FlowSdk.Runtime.Workers;

/// <summary>What must be settled before a worker process starts, since native code reads it only then.</summary>
internal sealed class WorkerProfile : IEquatable<WorkerProfile>
{
    private readonly (string Name, string Value)[] _environment;

    private WorkerProfile((string Name, string Value)[] environment, int gpus) => (_environment, Gpus) = (environment, gpus);

    /// <summary>The profile of a step that asks for nothing.</summary>
    public static WorkerProfile Plain { get; } = new([], 0);

    /// <summary>Environment variables, by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment => _environment;

    /// <summary>The number of GPUs.</summary>
    public int Gpus { get; }

    /// <summary>The profile of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="withoutGpu">Whether the step goes without the GPUs that it asks for; then it sees none.</param>
    public static WorkerProfile Of(StepSettings step, bool withoutGpu)
    {
        var gpus = step.Resources?.Gpu ?? 0;
        if (step.EnvironmentVariables.Count == 0 && gpus == 0)
        {
            return Plain;
        }

        var environment = step.EnvironmentVariables.Select(v => (v.Name, v.Value));
        if (gpus > 0 && withoutGpu)
        {
            environment = environment.Append((Machine.GpuDetection.DevicesVariable, ""));
            gpus = 0;
        }

        return new([.. environment.OrderBy(v => v.Name, StringComparer.Ordinal)], gpus);
    }

    public bool Equals(WorkerProfile? other) =>
        other is not null && Gpus == other.Gpus && _environment.AsSpan().SequenceEqual(other._environment);

    public override bool Equals(object? obj) => Equals(obj as WorkerProfile);

    public override int GetHashCode() => HashCode.Combine(_environment.Length, Gpus, _environment.FirstOrDefault());
}
