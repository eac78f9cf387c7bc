namespace FlowSdk;

/// <summary>Marks an init-only property of a <see cref="Flow"/> as a parameter of its runs.</summary>
/// <remarks>
/// The initializer is the default, <c>required</c> makes it mandatory, a nullable type makes it optional. The option's name
/// is the property's in kebab case: <c>LearningRates</c> is given as <c>--learning-rates</c>, or by the environment variable
/// <c>FLOWSDK_PARAM_LEARNING_RATES</c>, or by configuration.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>The help text; by default the summary of the property's XML documentation.</summary>
    public string? Help { get; set; }
}
