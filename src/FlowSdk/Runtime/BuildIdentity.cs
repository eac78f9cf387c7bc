using FlowSdk.Generated;

namespace FlowSdk.Runtime;

/// <summary>Which build of a flow, and of the SDK, a process runs.</summary>
internal static class BuildIdentity
{
    public static string Of(FlowDefinition definition) => $"{definition.ModuleId:n}-{typeof(Flow).Module.ModuleVersionId:n}";
}
