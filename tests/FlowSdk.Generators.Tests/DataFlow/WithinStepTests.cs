namespace FlowSdk.Generators.Tests.DataFlow;

/// <summary>What counts as read and as set within one step, in which nothing is set when it begins.</summary>
public sealed class WithinStepTests
{
    [Theory]
    [InlineData("_ = A;", "A")]
    [InlineData("_ = this.A;", "this.A")]
    [InlineData("A += 1;", "A")]
    [InlineData("A++;", "A")]
    [InlineData("A = A + 1;", "A")]
    [InlineData("(A, _) = (A, 2);", "A")]
    [InlineData("B.Add(1);", "B")]
    [InlineData("B[0] = 1;", "B")]
    [InlineData("_ = $\"{A}\";", "A")]
    [InlineData("_ = new { A };", "A")]
    [InlineData("_ = (A, 1) is (1, _);", "A")]
    [InlineData("if (P) { A = 1; } else { _ = A; }", "A")]
    [InlineData("_ = P && A > 0;", "A")]
    [InlineData("_ = P ? A : 0;", "A")]
    [InlineData("_ = N ?? $\"{A}\";", "A")]
    [InlineData("_ = N?.Substring(A);", "A")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { A += i; }", "A")]
    [InlineData("for (var i = 0; i < 3; i++) { A = A + i; }", "A")]
    [InlineData("while (A < 3) { A = 3; }", "A")]
    [InlineData("do { A = A + 1; } while (P);", "A")]
    [InlineData("switch (A) { case 1: break; }", "A")]
    [InlineData("_ = P switch { true => 1, _ => A };", "A")]
    [InlineData("try { A = 1; } finally { } return; _ = A;", "")]
    [InlineData("if (P) { A = 1; return; } _ = A;", "A")]
    [InlineData("if (P) { A = 1; throw new NotSupportedException(); } _ = A;", "A")]
    [InlineData("while (true) { if (P) { A = 1; break; } _ = A; }", "A")]
    [InlineData("Func<int> read = () => A; read();", "A")]
    [InlineData("int Local() => A; Local();", "A")]
    [InlineData("Enumerable.Range(0, 3).Select(i => A + i).ToList();", "A")]
    [InlineData("try { _ = A; } catch (InvalidOperationException) { }", "A")]
    [InlineData("try { return; } finally { _ = A; }", "A")]
    [InlineData("while (P) { try { if (P) { break; } return; } finally { A += 1; } }", "A")]
    [InlineData("foreach (var x in new[] { 1 }) { try { continue; } finally { foreach (var y in new[] { x }) { A += y; } } }", "A")]
    [InlineData("_ = this is { A: 3 };", "A")]
    [InlineData("_ = this is { B.Count: 3 };", "B")]
    [InlineData("_ = this switch { { P: true, A: > 3 } => 1, _ => 0 };", "A")]
    [InlineData("switch (this) { case { A: 3 }: break; }", "A")]
    [InlineData("_ = this is { P: true }; _ = A;", "A")]
    [InlineData("if (this is F me) { Elsewhere.Use(me); } _ = A;", "")]
    [InlineData("if (this is { P: true } me) { Elsewhere.Use(me); } _ = A;", "")]
    [InlineData("A = 1; _ = this is { A: 3, N: null };", "")]
    [InlineData("if (false) { _ = A; }", "")]
    [InlineData("_ = nameof(A);", "")]
    [InlineData("_ = N;", "")]
    [InlineData("_ = P;", "")]
    public void What_may_be_read_before_it_is_set_is_an_error_at_the_read(string body, string place) =>
        DataFlow.OfStep(body).Replace("CS0162 _", "").Trim(' ', ',').ShouldBe(place.Length == 0 ? "" : $"FLOW0038 {place}");

    [Theory]
    [InlineData("A = 1; _ = A;")]
    [InlineData("(A, B) = (1, []); _ = A + B.Count;")]
    [InlineData("if (P) { A = 1; } _ = A;")]
    [InlineData("if (P) { A = 1; } if (P) { _ = A; }")]
    [InlineData("for (var i = 0; i < 3; i++) { if (i > 0) { _ = A; } A = i; }")]
    [InlineData("foreach (var i in new[] { 1 }) { A = i; } _ = A;")]
    [InlineData("switch (N) { case null: A = 1; break; default: goto case null; } _ = A;")]
    [InlineData("switch (N) { case \"x\": A = 1; goto default; default: _ = A; break; }")]
    [InlineData("try { A = 1; } catch (Exception) { _ = A; }")]
    [InlineData("try { } finally { A = 1; } _ = A;")]
    [InlineData("while (P) { try { if (P) { continue; } break; } finally { A = 1; } } _ = A;")]
    [InlineData("try { try { goto done; } finally { A = 1; } } finally { _ = A; } done: _ = A;")]
    [InlineData("while (P) { try { foreach (var x in new[] { 1 }) { break; } A = 1; } finally { } } _ = A;")]
    [InlineData("try { _ = A; } catch (ArtifactNotSetException) { }")]
    [InlineData("Elsewhere.Throws<ArtifactNotSetException>(() => _ = A);")]
    [InlineData("Func<int> read = () => A; A = 1; read();")]
    [InlineData("Action set = () => A = 1; set(); _ = A;")]
    [InlineData("Parallel.For(0, 3, i => A = i); _ = A;")]
    [InlineData("void Local() => A = 1; Local(); _ = A;")]
    [InlineData("again: if (P) { A = 1; goto again; } _ = A;")]
    [InlineData("using var x = Logger.BeginScope(A = 1); _ = A;")]
    [InlineData("_ = P && (A = 1) > 0 && A > 1;")]
    [InlineData("Elsewhere.Use(this); _ = A;")]
    [InlineData("var self = this; self.A = 1; _ = A;")]
    [InlineData("_ = new F { A = 1 }; N = \"\";")]
    public void What_is_set_on_some_way_through_the_step_counts_as_set(string body) => DataFlow.OfStep(body).ShouldBe("");

    [Theory]
    [InlineData("Use();", "Use()", "private void Use() { _ = A; }")]
    [InlineData("Outer();", "Outer()", "private void Outer() => Inner(); private void Inner() { _ = A; }")]
    [InlineData("_ = Twice;", "Twice", "private int Twice => A * 2;")]
    [InlineData("Twice += 1;", "Twice", "private int Twice { get => A * 2; set => A = value / 2; }")]
    [InlineData("_ = this[1];", "this[1]", "private int this[int i] => A + i;")]
    [InlineData("_ = Enumerable.Range(0, 3).Select(Add).ToList();", "Add", "private int Add(int x) => x + A;")]
    [InlineData("_ = Static(this);", "", "private static int Static(F flow) => flow.A;")]
    [InlineData("Twice();", "Twice()", "private void Twice() { _ = A; _ = A; }")]
    [InlineData("Recurse(3);", "Recurse(3)", "private void Recurse(int n) { _ = A; if (n > 0) { Recurse(n - 1); } }")]
    public void A_read_in_what_the_step_calls_is_an_error_at_the_call(string body, string place, string members) =>
        DataFlow.OfStep(body, members).ShouldBe(place.Length == 0 ? "" : $"FLOW0038 {place}");

    [Theory]
    [InlineData("Set(); _ = A;", "private void Set() => A = 1;")]
    [InlineData("Twice = 2; _ = A;", "private int Twice { get => A * 2; set => A = value / 2; }")]
    [InlineData("Recurse(3); _ = A;", "private void Recurse(int n) { if (n > 0) { Recurse(n - 1); _ = A; } else { A = 1; } }")]
    [InlineData("Even(3); _ = A;", "private void Even(int n) { if (n > 0) { Odd(n - 1); } else { A = 1; } } private void Odd(int n) { if (n > 0) { Even(n - 1); } }")]
    [InlineData("A = 1; Use();", "private void Use() { _ = A; }")]
    [InlineData("var later = UseAsync(); A = 1; later.Wait();", "private async Task UseAsync() { await Task.Yield(); _ = A; }")]
    [InlineData("var later = Lazily(); A = 1; _ = later.ToList();", "private IEnumerable<int> Lazily() { yield return A; }")]
    public void What_a_called_method_sets_counts(string body, string members) => DataFlow.OfStep(body, members).ShouldBe("");

    [Fact]
    public void What_a_constructor_sets_is_set_in_every_step() =>
        DataFlow.Found("public F() => A = 1; [Step] public Next Start() => To(End); [Step] public void End() => _ = A;").ShouldBe("");

    [Fact]
    public void The_message_names_the_method_through_which_the_step_reads() => DataFlow
        .Compile("[Step] public void Only() => Use(); private void Use() { _ = A; }")
        .Messages("FLOW0038")
        .ShouldBe(["Step 'Only' reads 'A' through 'Use', which is not set on the way Only. Set it in a step of that way, or give it a nullable type."]);
}
