namespace FlowSdk.Generators.Model;

/// <summary>Where a step stands, and what it reads and sets. It changes with the bodies of steps.</summary>
/// <param name="File">The file's name, without a directory.</param>
/// <param name="Line">The line of the method's name, from 1.</param>
/// <param name="Access">What it reads and sets.</param>
internal sealed record StepSourceModel(string File, int Line, StepAccessModel Access);
