namespace FlowSdk;

public abstract partial class Flow
{
    /// <summary>
    /// In a join, carries over the artifacts that have the same value in all inputs that set them. What the join has already set
    /// is left alone. Values are compared by their content and are not loaded.
    /// </summary>
    /// <typeparam name="TFlow">The flow.</typeparam>
    /// <param name="inputs">The join's inputs. If there are none (an empty foreach), the state of the splitting step is carried over.</param>
    /// <param name="exclude">Artifacts to leave out; not together with <paramref name="include"/>.</param>
    /// <param name="include">The only artifacts to carry over; not together with <paramref name="exclude"/>.</param>
    /// <exception cref="MergeConflictException">Some artifacts differ; nothing was carried over.</exception>
    /// <exception cref="MergeMissingException">No input has set an artifact of <paramref name="include"/>; nothing was carried over.</exception>
    /// <exception cref="FlowException">The step is not a join, a name is not an artifact, or both lists were given.</exception>
    protected void Merge<TFlow>(Inputs<TFlow> inputs, IEnumerable<string>? exclude = null, IEnumerable<string>? include = null)
        where TFlow : Flow
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArtifactMerge.Apply(this, inputs.MergeSources, exclude, include);
    }

    /// <summary>In a join, carries over artifacts from one of its inputs, by reference.</summary>
    /// <param name="input">The input.</param>
    /// <param name="exclude">Artifacts to leave out; not together with <paramref name="include"/>.</param>
    /// <param name="include">The only artifacts to carry over; not together with <paramref name="exclude"/>.</param>
    /// <exception cref="MergeMissingException">The input has not set an artifact of <paramref name="include"/>; nothing was carried over.</exception>
    /// <exception cref="FlowException">The step is not a join, a name is not an artifact, or both lists were given.</exception>
    protected void Merge(Flow input, IEnumerable<string>? exclude = null, IEnumerable<string>? include = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArtifactMerge.Apply(this, [input], exclude, include);
    }
}
