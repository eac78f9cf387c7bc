using System.Text.RegularExpressions;
using FlowSdk.CodeFixes;
using FlowSdk.Generators.Tests.Compiling;
using FlowSdk.Generators.Tests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlowSdk.Generators.Tests.Fixes;

/// <summary>A fix works however the code is laid out: it keeps every comment and region, and the ends of lines.</summary>
public sealed partial class FixLayoutTests
{
    private static readonly CodeFixProvider[] _fixes =
        [.. typeof(NameofFix).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CodeFixProvider)) && !t.IsAbstract).Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    // The fixes that are not for the mistake on their diagnostic's page, but for others of that kind.
    private static readonly Dictionary<string, string> _others = new()
    {
        ["FLOW0017"] = "public sealed partial class TrainFlow : Flow\n{\n    [Step] public void Only(TimeProvider time) { }\n}\n",
        ["FLOW0072"] = "public sealed partial class TrainFlow : Flow\n{\n    [Step, Catch(\"Error\")] public void Only() { }\n}\n",
        ["FLOW0081"] = "public sealed partial class TrainFlow : Flow\n{\n    [Step]\n    public void Start()\n    {\n        To(End);\n    }\n\n    [Step] public void End() { }\n}\n",
    };

    public static TheoryData<string, string> Fixable =>
        [.. from fix in _fixes from id in fix.FixableDiagnosticIds from layout in new[] { "as it is", "commented", "in a namespace", "in a file of a namespace", "with tabs" } select (id, layout)];

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task A_fix_keeps_the_layout_around_it(string id, string layout)
    {
        var source = Lay(_others.GetValueOrDefault(id) ?? DiagnosticPageTests.ExampleOf(id, "Wrong"), layout);
        var fix = _fixes.Single(f => f.FixableDiagnosticIds.Contains(id));

        var (titles, code) = await FixedCode.OfAsync(fix, source, id);

        titles.ShouldNotBeEmpty();
        Marks(code).ShouldBe(Marks(source), code);
        Regex.Count(code, "(?<!\r)\n").ShouldBe(0, code);
        FlowCompiler.Compile(code).AllDiagnostics.Where(d => d.Severity == DiagnosticSeverity.Error || d.Id == id).ShouldBeEmpty(code);
    }

    /// <summary>The comments and regions of a source, sorted: a fix may move them with the code that they belong to.</summary>
    private static string[] Marks(string source) => [.. Mark().Matches(source).Select(m => m.Value.TrimEnd()).Order(StringComparer.Ordinal)];

    // All with line ends of Windows: where a fix writes those of another system, that shows.
    private static string Lay(string source, string layout)
    {
        var number = 0;
        return (layout switch
        {
            "commented" => Regex.Replace(source, "(?m)(?<=\\S)$", _ => $" // {++number}"),
            "in a namespace" => $"// Before.\nnamespace Shop.Flows\n{{\n    #region Flows\n    /* This one. */ {source.TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal)} // After.\n    #endregion\n}}\n",
            "in a file of a namespace" => $"namespace Shop.Flows;\n\n{source}",
            "with tabs" => source.Replace("    ", "\t", StringComparison.Ordinal).Replace("\n\t[", "\n\n\t/// <summary>One.</summary>\n\t[", StringComparison.Ordinal),
            _ => source,
        }).ReplaceLineEndings("\r\n");
    }

    [GeneratedRegex("//.*|/\\*.*?\\*/|#.*")]
    private static partial Regex Mark();
}
