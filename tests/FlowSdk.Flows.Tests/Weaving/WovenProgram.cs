using FlowSdk.Flows.Tests.Programs;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>The program that holds every flow of the matrix, woven and compiled once, with the generator, for all tests.</summary>
public sealed class WovenProgram : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public WovenProgram() => Program = ProgramCompiler.Compile(_directory.Path, "Woven", Weaver.Program(Flows));

    internal FlowProgram Program { get; }

    internal static IEnumerable<(Shape Shape, Body Body)> Flows =>
        from shape in Shapes.All from body in Bodies.All where body.Fits(shape) select (shape, body);

    public void Dispose() => _directory.Dispose();
}
