using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests.Resuming;

/// <summary>The program that holds every graph shape with every body that fails in its first run, compiled once for all tests.</summary>
public sealed class ResumedProgram : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public ResumedProgram() => Program = ProgramCompiler.Compile(_directory.Path, "Resumed", Weaver.Program(Flows));

    internal FlowProgram Program { get; }

    internal static IEnumerable<(Shape Shape, Body Body)> Flows =>
        from shape in Shapes.All from body in ResumeBodies.All where body.Fits(shape) select (shape, body);

    public void Dispose() => _directory.Dispose();
}
