using FlowSdk.Flows;
using Microsoft.Extensions.DependencyInjection;

var builder = FlowApp.CreateBuilder(args)
    .AddFlow<LinearFlow>()
    .AddFlow<ForeachOrderFlow>()
    .AddFlow<EmptyForeachFlow>()
    .AddFlow<NestedForeachFlow>()
    .AddFlow<GangFlow>()
    .AddFlow<GangInForeachFlow>()
    .AddFlow<LoopFlow>()
    .AddFlow<LoopAroundForeachFlow>()
    .AddFlow<JoinFromArmsFlow>()
    .AddFlow<SplitOrNotFlow>()
    .AddFlow<WideBranchFlow>()
    .AddFlow<NamedInputsFlow>()
    .AddFlow<MergeFlow>()
    .AddFlow<MergeChoiceFlow>()
    .AddFlow<ContextFlow>()
    .AddFlow<AsyncFlow>()
    .AddFlow<ParametersFlow>()
    .AddFlow<ValidatedFlow>()
    .AddFlow<TypesFlow>()
    .AddFlow<MutationFlow>()
    .AddFlow<UnsetFlow>()
    .AddFlow<FilesFlow>()
    .AddFlow<IncludeFlow>()
    .AddFlow<EnvironmentFlow>()
    .AddFlow<ConcurrencyFlow>()
    .AddFlow<GpuFlow>()
    .AddFlow<OutputFlow>()
    .AddFlow<ThrowingFlow>()
    .AddFlow<DyingFlow>()
    .AddFlow<SlowFlow>()
    .AddFlow<RetryingFlow>()
    .AddFlow<DerivedFlow>()
    .AddFlow<PrimitivesFlow>()
    .AddFlow<ServicesFlow>()
    .AddFlow<流れ>();

builder.Services.AddSingleton<Greeter>();

return await builder.Build().RunAsync();
