using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>Flows with two artifacts <c>A</c> and <c>B</c> that must be set, one <c>N</c> that need not, and one <c>Error</c> for failures.</summary>
internal static class DataFlow
{
    public static CompiledFlow Compile(string steps) => FlowCompiler.Compile(
        $$"""
        public static class Elsewhere
        {
            public static void Use(Flow flow) { }
            public static void Throws<T>(Action act) { }
        }
        public partial class F : Flow
        {
            [Parameter] public bool P { get; init; }
            [Artifact] public partial int A { get; set; }
            [Artifact] public partial List<int> B { get; set; }
            [Artifact] public partial string? N { get; set; }
            [Artifact] public partial StepFailure? Error { get; set; }
            {{steps}}
        }
        """);

    /// <summary>What is said of a flow of one step: by the time it begins, nothing is set.</summary>
    public static string OfStep(string body, string members = "") => Found($"[Step] public void Only() {{ {body} }} {members}");

    /// <summary>What the compiler and the rules of graphs and data say of a flow, as <c>ID text at the place</c>.</summary>
    public static string Found(string steps) => string.Join(", ", Compile(steps).Diagnostics.Where(d => string.CompareOrdinal(d, "FLOW0060") < 0));
}
