using System.ComponentModel.DataAnnotations;

namespace FlowSdk.Flows;

/// <summary>Parameters that must satisfy something.</summary>
public sealed partial class ValidatedFlow : Flow
{
    [Parameter, Range(1, 10)]
    public int Epochs { get; init; } = 5;

    [Parameter, RegularExpression("[a-z]+", ErrorMessage = "The name must be lower case.")]
    public required string Name { get; init; }

    [Parameter, MinLength(1), MaxLength(3)]
    public string[] Tags { get; init; } = ["one"];

    [Step]
    public Next Start() => To(End);

    [Step]
    public void End()
    {
    }
}
