using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace FlowSdk.Generated;

/// <summary>The getters and setters of artifacts. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Artifact
{
    /// <summary>Gets an artifact, loading it if need be.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="flow">The flow object.</param>
    /// <param name="cell">The artifact's storage.</param>
    /// <param name="artifact">What is known of the artifact.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArtifactNotSetException">No step on the way here has set it.</exception>
    public static T Get<T>(Flow flow, ref ArtifactCell<T> cell, ArtifactInfo<T> artifact) =>
        TryGet(flow, ref cell, artifact, out var value) ? value : throw NotSet(flow, artifact.Name);

    /// <summary>Gets an artifact of nullable type, which is null when it was never set.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="flow">The flow object.</param>
    /// <param name="cell">The artifact's storage.</param>
    /// <param name="artifact">What is known of the artifact.</param>
    /// <returns>The value, or null.</returns>
    public static T? GetOrDefault<T>(Flow flow, ref ArtifactCell<T> cell, ArtifactInfo<T> artifact) =>
        TryGet(flow, ref cell, artifact, out var value) ? value : default;

    /// <summary>Sets an artifact.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="flow">The flow object.</param>
    /// <param name="cell">The artifact's storage.</param>
    /// <param name="artifact">What is known of the artifact.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="FlowException">The object is a view of a finished task.</exception>
    public static void Set<T>(Flow flow, ref ArtifactCell<T> cell, ArtifactInfo<T> artifact, T value)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(artifact);
        if (flow.Binding is { IsView: true } view)
        {
            throw new FlowException(
                FlowErrors.ViewIsReadOnly,
                $"'{artifact.Name}' was set on the finished state of step '{view.StepName}', which is read-only. Set the artifact of the flow that runs instead.");
        }

        cell.Value = value;
        cell.State = ArtifactState.Set;
    }

    private static bool TryGet<T>(Flow flow, ref ArtifactCell<T> cell, ArtifactInfo<T> artifact, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var state = cell.State;
        if (state == ArtifactState.Referenced)
        {
            Load(flow, ref cell, artifact);
            state = ArtifactState.Loaded;
        }

        value = cell.Value;
        return state != ArtifactState.Unset;
    }

    // Under a lock: two threads of a step must not get two copies of one value.
    private static void Load<T>(Flow flow, ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
    {
        var binding = flow.Binding!;
        lock (binding)
        {
            if (cell.State == ArtifactState.Referenced)
            {
                cell.Value = binding.Load(artifact, cell.Reference!);
                cell.State = ArtifactState.Loaded;
            }
        }
    }

    private static ArtifactNotSetException NotSet(Flow flow, string name)
    {
        if (flow.Binding is not { } binding)
        {
            return new(name, "", $"'{name}' was read before it was set, on a {flow.GetType().Name} that is not running.");
        }

        if (binding.WhyNeverSet(name) is { } reason)
        {
            return new(name, binding.StepName, $"'{name}' was read in step '{binding.StepName}' but is not set. {reason}");
        }

        var setters = binding.StepsThatSet(name);
        var hint = setters.Count == 0
            ? "No step sets it."
            : $"It is set in {string.Join(", ", setters)}, but not on the way that led here.{(binding.HasForEach ? " (A foreach without items runs none of its steps.)" : "")}";
        var join = binding.IsJoin ? " A join starts without artifacts: read it from the inputs, or call Merge first." : "";
        return new(name, binding.StepName, $"'{name}' was read in step '{binding.StepName}' but is not set. {hint}{join}");
    }
}
