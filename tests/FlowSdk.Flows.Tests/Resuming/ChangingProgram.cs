using FlowSdk.Flows.Tests.Programs;
using FlowSdk.Flows.Tests.Weaving;

namespace FlowSdk.Flows.Tests.Resuming;

/// <summary>A program in two versions.</summary>
public sealed class ChangingProgram : IDisposable
{
    private const string Source = """
        using System; using System.Linq; using FlowSdk;
        return await FlowApp.RunAsync<ChangingFlow>(args);

        public sealed partial class ChangingFlow : Flow
        {
            [Parameter] public int Size { get; init; } = 3;
            [Parameter] public int Limit { get; init; } = 5;
            [Artifact] public partial int[] Fitted { get; set; }
            [Artifact] public partial int Best { get; set; }
            [Step] public Next Start() => ForEach(Enumerable.Range(0, Size), Fit);
            [Step] public Next Fit(int item)
            {
                Console.WriteLine($"fit {item}");
                Fitted = [.. Enumerable.Range(item, 5000)];
                return To(Choose);
            }
            [Step] public Next Choose(Inputs<ChangingFlow> inputs)
            {
                if (Limit < 0) System.Diagnostics.Process.GetCurrentProcess().Kill();
                if (Limit < 2) throw new InvalidOperationException($"limit {Limit}");
                Best = inputs.Max(i => i.Fitted[0]);
                return To(End);
            }
            [Step] public void End() => Console.WriteLine($"best {Best}");
        }
        """;

    private readonly TemporaryDirectory _first = new();
    private readonly TemporaryDirectory _second = new();

    public ChangingProgram()
    {
        First = ProgramCompiler.Compile(_first.Path, "Changing", Source);
        Second = ProgramCompiler.Compile(_second.Path, "Changing", Source
            .Replace("Choose", "Select", StringComparison.Ordinal)
            .Replace("partial int[] Fitted", "partial long[] Fitted", StringComparison.Ordinal)
            .Replace("Enumerable.Range(item, 5000)]", "Enumerable.Range(item, 5000).Select(i => (long)i)]", StringComparison.Ordinal)
            .Replace("partial int Best", "partial long Best", StringComparison.Ordinal)
            .Replace("fit {item}", "fit {item} again", StringComparison.Ordinal));
    }

    internal FlowProgram First { get; }

    internal FlowProgram Second { get; }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
