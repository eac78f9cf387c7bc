namespace System.Runtime.CompilerServices;

/// <summary>Lets required members be compiled for netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;
