using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>FLOW0090: what one step leaves for another in an ordinary field, which does not travel.</summary>
public sealed class LostFieldTests
{
    [Theory]
    [InlineData("private int _x;", "_x = 1;", "_ = _x;", true)]
    [InlineData("private int X { get; set; }", "X = 1;", "_ = X;", true)]
    [InlineData("private int _x; private void Set() => _x = 1; private int Get() => _x;", "Set();", "_ = Get();", true)]
    [InlineData("private int _x;", "_x = 1;", "_x = 2; _ = _x;", false)]
    [InlineData("private int _x = 1;", "_ = _x;", "_ = _x;", false)]
    [InlineData("private string? _x; private string Get() => _x ??= \"\";", "_ = Get();", "_ = Get();", false)]
    [InlineData("private int _x;", "_x = 1; _ = _x;", "", false)]
    [InlineData("private int _x; private int X { get => _x; set => _x = value; }", "X = 1; _ = X;", "", false)]
    [InlineData("private string? _x; private string Get() { if (_x is null) { _x = \"\"; } return _x; }", "_ = Get();", "_ = Get();", false)]
    public void A_field_that_one_step_sets_and_another_reads(string field, string first, string second, bool isWrong) => Found(
        $$"""
        {{field}}
        [Step] public Next Start() { {{first}} return To(End); }
        [Step] public void End() { {{second}} }
        """).ShouldBe(isWrong ? [field.Contains('X') ? "FLOW0090 X" : "FLOW0090 _x"] : []);

    [Theory]
    [InlineData("private readonly List<string> _x = [];", "_x.Add(\"a\");", "_ = _x.Count;", true)]
    [InlineData("private List<string> X { get; } = [];", "X.AddRange([\"a\"]);", "_ = X[0];", true)]
    [InlineData("private List<string>? _x;", "_x ??= []; _x?.Add(\"a\");", "_ = _x?.Count;", true)]
    [InlineData("private readonly Dictionary<string, int> _x = [];", "_x[\"a\"] = 1;", "_ = _x.Count;", true)]
    [InlineData("private readonly Dictionary<string, int> _x = []; private void Note(string n) => _x.TryAdd(n, 1);", "Note(\"a\");", "foreach (var x in _x) { }", true)]
    [InlineData("private readonly HashSet<int> _x = [];", "_x.UnionWith([1]);", "_ = _x.Contains(1);", true)]
    [InlineData("private readonly IList<int> _x = [];", "_x.Add(1);", "_ = _x.Count;", true)]
    [InlineData("private readonly int[] _x = new int[3];", "_x[0] = 3;", "_ = _x[0];", true)]
    [InlineData("private readonly int[] _x = new int[3];", "_x[0]++;", "_ = _x.Length;", true)]
    [InlineData("private readonly List<string> _x = [];", "_x.Add(\"a\"); _ = _x.Count;", "_x.Add(\"b\"); _ = _x.Count;", false)]
    [InlineData("private readonly List<string> _x = [];", "_x.Add(\"a\"); _ = _x.Count;", "", false)]
    [InlineData("private readonly List<string> _x = [\"a\"];", "_ = _x.Count;", "_ = _x[0];", false)]
    [InlineData("private readonly int[] _x = [1];", "var first = _x[0]; first++;", "_ = _x[0];", false)]
    [InlineData("private readonly Dictionary<int, int> _x = []; private int Get(int n) => _x.TryGetValue(n, out var v) ? v : _x[n] = n;", "_ = Get(1);", "_ = Get(2);", false)]
    [InlineData("private sealed class Box { public void Add(int n) => _ = n; } private readonly Box _x = new();", "_x.Add(1);", "_ = _x;", false)]
    public void A_collection_that_one_step_fills_and_another_reads(string field, string first, string second, bool isWrong) => Found(
        $$"""
        {{field}}
        [Step] public Next Start() { {{first}} return To(End); }
        [Step] public void End() { {{second}} }
        """).ShouldBe(isWrong ? [field.Contains('X') ? "FLOW0090 X" : "FLOW0090 _x"] : []);

    private static IEnumerable<string> Found(string members) =>
        FlowCompiler.Compile($"partial class F : Flow {{ {members} }}").Diagnostics.Where(d => !d.StartsWith("CS", StringComparison.Ordinal));
}
