namespace System.Runtime.CompilerServices;

/// <summary>Lets required members be compiled for netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
