using FlowSdk.Generated;
using FlowSdk.Runtime;

namespace FlowSdk.CommandLine;

/// <summary>An attribute that <c>--with</c> can add to steps.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Arguments">Its arguments; null if it takes names of the user's choice.</param>
/// <param name="Create">Reads the arguments, and makes what adds the attribute to a step that does not carry one.</param>
internal sealed record StepAddition(
    string Name, IReadOnlyList<string>? Arguments, Func<AdditionText, FlowDefinition, Func<StepDefinition, StepSettings, StepSettings>> Create);
