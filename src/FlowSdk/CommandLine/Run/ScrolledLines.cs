using Spectre.Console.Rendering;

namespace FlowSdk.CommandLine;

/// <summary>Lines that are written where the table stood, which moves down: what is left of it must be erased first.</summary>
internal sealed class ScrolledLines(IRenderable lines) : IRenderable
{
    private const string EraseBelow = "\e[J";

    public Measurement Measure(RenderOptions options, int maxWidth) => lines.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        options.Ansi ? lines.Render(options, maxWidth).Prepend(Segment.Control(EraseBelow)) : lines.Render(options, maxWidth);
}
