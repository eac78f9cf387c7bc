using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>FLOW0086: what a step changes that is static, and the caches that each process fills for itself.</summary>
public sealed class StaticStateTests
{
    [Theory]
    [InlineData("if (s_a is null) { s_a = Load(); }")]
    [InlineData("if (s_a == null) s_a = Load();")]
    [InlineData("if (null == F.s_a) { F.s_a = Load(); }")]
    [InlineData("if (s_a is not { }) { s_a = Load(); }")]
    [InlineData("if (s_a is not string known) { s_a = known = Load(); }")]
    [InlineData("if (!(s_a is not null)) { s_a = Load(); }")]
    [InlineData("if (s_a is null && Again()) { s_a = Load(); }")]
    [InlineData("if (s_a != null && s_a.Length > 0) { } else if (s_a is null) { s_a = Load(); }")]
    [InlineData("if (s_a is null) { Fill(out s_a); }")]
    [InlineData("lock (s_gate) { if (s_a is null) { s_a = Load(); } }")]
    [InlineData("if (Volatile.Read(ref s_a) is null) { lock (s_gate) { s_a = Load(); } }")]
    [InlineData("if (s_a is not null) { return To(End); } s_a = Load();")]
    [InlineData("if (s_a is { } known && known.Length > 0) { return To(End); } if (s_a is { }) return To(End); lock (s_gate) { s_a = Load(); }")]
    [InlineData("_ = s_a ?? (s_a = Load());")]
    [InlineData("_ = s_a == null ? s_a = Load() : s_a;")]
    [InlineData("LazyInitializer.EnsureInitialized(ref s_a, Load);")]
    [InlineData("Interlocked.CompareExchange(ref s_a, Load(), null);")]
    public void A_cache_that_is_filled_while_it_is_null_is_fine(string body) => Found(body).ShouldBeEmpty();

    [Theory]
    [InlineData("if (s_b is null) { s_a = Load(); }")]
    [InlineData("if (s_a is not null) { s_a = null; }")]
    [InlineData("if (s_a is null) { } else { s_a = Load(); }")]
    [InlineData("if (s_a is null || Again()) { s_a = Load(); }")]
    [InlineData("if (s_a is not null && Again()) { return To(End); } s_a = Load();")]
    [InlineData("if (s_a is not null) { Load(); } s_a = Load();")]
    [InlineData("s_a = Load(); if (s_a is not null) { return To(End); }")]
    [InlineData("if (s_a is \"x\") { s_a = Load(); }")]
    [InlineData("Interlocked.CompareExchange(ref s_a, Load(), s_b);")]
    [InlineData("Interlocked.Exchange(ref s_a, null);")]
    public void What_is_set_whether_it_is_null_or_not_is_shared_state(string body) => Found(body).ShouldBe(["FLOW0086 s_a"]);

    private static IEnumerable<string> Found(string body) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            private static string? s_a;
            private static readonly string? s_b = Random.Shared.Next() > 0 ? "x" : null;
            private static readonly object s_gate = new();
            private static string Load() => "x";
            private static void Fill(out string value) => value = "x";
            private static bool Again() => Random.Shared.Next() > 0;
            [Step] public Next Start() { {{body}} return To(End); }
            [Step] public void End() => _ = (s_b, s_gate);
        }
        """).Diagnostics;
}
