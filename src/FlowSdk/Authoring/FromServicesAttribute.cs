namespace FlowSdk;

/// <summary>Marks a parameter of a step as a service that the host provides.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
