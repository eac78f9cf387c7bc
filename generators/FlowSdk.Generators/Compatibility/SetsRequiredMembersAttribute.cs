namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets records with required members be compiled for netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
