using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>A flow of the program. Its definition is not built before it is needed.</summary>
internal sealed class FlowRegistration(string name, Func<FlowDefinition> definition)
{
    public string Name { get; } = name;

    public FlowDefinition Definition => field ??= definition();

    public static FlowRegistration Of<TFlow>()
        where TFlow : Flow, IFlow<TFlow> => new(typeof(TFlow).Name, static () => TFlow.Definition);
}
