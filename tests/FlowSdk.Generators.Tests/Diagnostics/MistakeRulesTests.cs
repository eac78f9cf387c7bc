using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Diagnostics;

/// <summary>What compiles but hardly does what was meant, and what looks alike but is right.</summary>
public sealed class MistakeRulesTests
{
    [Theory]
    [InlineData("Extra(); return To(End);", "FLOW0080 Extra()")]
    [InlineData("this.Extra(); return To(End);", "FLOW0080 this.Extra()")]
    [InlineData("return Random.Shared.Next() > 0 ? To(End) : Extra();", "FLOW0080 Extra()")]
    [InlineData("Helper(); return To(End);", null)]
    [InlineData("Func<Next> later = Extra; later(); return To(End);", "FLOW0080 Extra")]
    [InlineData("Task.Run(Extra).Wait(); return To(End);", "FLOW0080 Extra")]
    [InlineData("new List<Func<Next>> { this.Extra }.ForEach(f => f()); return To(End);", "FLOW0080 this.Extra")]
    [InlineData("Action later = Helper; later(); return To(End);", null)]
    [InlineData("return To((Delegate)Extra);", "FLOW0014 (Delegate)Extra")]
    [InlineData("return To(((Extra)));", null)]
    [InlineData("return To(this.Extra);", null)]
    [InlineData("return To(Extra!);", null)]
    [InlineData("Logger.LogInformation(\"{Step}\", nameof(Extra)); return To(End);", null)]
    [InlineData("return null!;", "FLOW0028 Middle")]
    [InlineData("if (s_count > 1) { return default!; } return To(End);", "FLOW0019 default")]
    [InlineData("return s_count switch { 0 => To(End), 1 => (null)!, _ => To(Extra) };", "FLOW0019 null")]
    [InlineData("Func<string?> none = () => null; return none() is null ? To(End) : To(Extra);", null)]
    [InlineData("if (s_count > 1) { return Kind(null); } return To(End); Next Kind(string? kind) => kind is null ? throw new InvalidOperationException() : throw new ArgumentException(kind);", null)]
    [InlineData("To(Extra); return To(End);", "FLOW0081 To(Extra)")]
    [InlineData("_ = To(Extra); return To(End);", "FLOW0081 To(Extra)")]
    [InlineData("var next = To(Extra); return next;", null)]
    [InlineData("return _kept ?? To(End);", "FLOW0083 _kept")]
    [InlineData("return Kept ?? To(End);", "FLOW0083 Kept")]
    [InlineData("var all = new[] { To(End), To(Extra) }; return all[0];", null)]
    [InlineData("(Next next, int n) pair = (To(End), 1); return pair.next;", null)]
    [InlineData("s_count = 1; return To(End);", "FLOW0086 s_count")]
    [InlineData("s_count++; return To(End);", "FLOW0086 s_count")]
    [InlineData("Interlocked.Increment(ref s_count); return To(End);", "FLOW0086 s_count")]
    [InlineData("Settings.Level = 3; return To(End);", "FLOW0086 Settings.Level")]
    [InlineData("s_cache ??= \"x\"; return To(End);", null)]
    [InlineData("s_list.Add(1); return To(End);", "FLOW0086 s_list")]
    [InlineData("Count(); return To(End);", "FLOW0086 s_counted")]
    [InlineData("_ = s_list.Count + s_list.IndexOf(1); return To(End);", null)]
    [InlineData("if (!s_known.TryGetValue(1, out _)) { s_known.Add(1, 2); s_known[2] = 3; } return To(End);", null)]
    [InlineData("Ask(); return To(End);", "FLOW0087 Console.Read()")]
    [InlineData("_ = s_count; return To(End);", null)]
    [InlineData("Console.ReadLine(); return To(End);", "FLOW0087 Console.ReadLine()")]
    [InlineData("_ = Console.In; return To(End);", "FLOW0087 Console.In")]
    [InlineData("Console.WriteLine(); return To(End);", null)]
    public void In_a_step(string body, string? expected) => Of(
        $$"""
        private static int s_count;
        private static string? s_cache;
        private readonly Next? _kept = null;
        private static Next? Kept { get; } = null;
        private static void Helper() { }
        private static readonly List<int> s_list = [];
        private static readonly Dictionary<int, int> s_known = [];
        {{(body.StartsWith("Count", StringComparison.Ordinal) ? "private static int s_counted; private static void Count() => s_counted++;" : "")}}
        {{(body.StartsWith("Ask", StringComparison.Ordinal) ? "private static int Ask() => Console.Read();" : "")}}
        public static void Main() { s_list.Add(Console.Read()); s_cache = ""; }
        [Step] public Next Start() => Random.Shared.Next() > 0 ? To(Middle) : To(Extra);
        [Step] public Next Middle() { {{body}} }
        [Step] public Next Extra() => To(End);
        [Step] public void End() { }
        """,
        "static class Settings { public static int Level { get; set; } }").ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("_ = GetAsync().Result;", "FLOW0082 GetAsync().Result")]
    [InlineData("GetAsync().Wait();", "FLOW0082 GetAsync().Wait()")]
    [InlineData("_ = GetAsync().GetAwaiter().GetResult();", "FLOW0082 GetAsync().GetAwaiter().GetResult()")]
    [InlineData("var t = GetAsync(); Task.WaitAll(t);", "FLOW0082 Task.WaitAll(t)")]
    [InlineData("var t = GetAsync(); _ = t.Result; await t;", "FLOW0082 t.Result")]
    [InlineData("var t = GetAsync(); await t; _ = t.Result;", null)]
    [InlineData("Task<int> a = GetAsync(), b = GetAsync(); await Task.WhenAll(a, b); _ = a.Result + b.Result;", null)]
    [InlineData("var all = new[] { GetAsync() }; await Task.WhenAll(all); _ = all[0].Result; _ = all.Sum(t => t.Result);", null)]
    [InlineData("var t = GetAsync(); if (t.IsCompletedSuccessfully) { _ = t.Result; }", null)]
    [InlineData("await GetAsync().ContinueWith(t => t.Result);", null)]
    [InlineData("await Task.Run(async () => { await Task.Yield(); return GetAsync().Result; });", "FLOW0082 GetAsync().Result")]
    [InlineData("await Local(); async Task Local() { await Task.Yield(); GetAsync().Wait(); }", "FLOW0082 GetAsync().Wait()")]
    [InlineData("await Task.Run(() => GetAsync().Result);", null)]
    public void FLOW0082_in_an_asynchronous_step(string body, string? expected) => Of(
        $$"""
        private static Task<int> GetAsync() => Task.FromResult(1);
        [Step] public async Task<Next> Start() { await Task.Yield(); {{body}} return To(End); }
        [Step] public void End() { }
        """).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void FLOW0082_a_synchronous_step_has_no_choice() => Of(
        "[Step] public Next Start() { Task.Delay(1).Wait(); return To(End); } [Step] public void End() { }").ShouldBeEmpty();

    [Fact]
    public void FLOW0082_an_asynchronous_method_that_steps_call() => Of(
        """
        private static async Task<int> GetAsync() { await Task.Yield(); return Task.FromResult(1).Result; }
        [Step] public async Task<Next> Start() { await GetAsync(); return To(End); }
        [Step] public void End() { }
        """).ShouldBe(["FLOW0082 Task.FromResult(1).Result"]);

    [Theory]
    [InlineData("var next = A > 0 ? To(Extra) : To(End); A = 2; return next;", "FLOW0085 A")]
    [InlineData("Next next; if (A > 0) { next = To(Extra); } else { A = 2; next = To(End); } return next;", null)]
    [InlineData("A = 2; var next = A > 0 ? To(Extra) : To(End); return next;", null)]
    [InlineData("var next = B > 0 ? To(Extra) : To(End); A = 2; return next;", null)]
    public void FLOW0085_an_artifact_that_is_set_after_the_choice(string body, string? expected) => Of(Artifacts(body)).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("var next = To(Extra); A = 2; return next;", "FLOW0084 A")]
    [InlineData("Next next; if (B > 0) { next = To(Extra); } else { next = To(End); } A = 2; return next;", "FLOW0084 A")]
    [InlineData("var next = Task.FromResult(To(Extra)); A = 2; return next.GetAwaiter().GetResult();", "FLOW0084 A")]
    [InlineData("A = 2; var next = To(Extra); return next;", null)]
    public void FLOW0084_an_artifact_that_is_set_after_the_transition(string body, string? expected)
    {
        var compiled = FlowCompiler.Compile($"partial class F : Flow {{ {Artifacts(body)} }}");
        compiled.Diagnostics.ShouldBeEmpty();
        compiled.Suggestions.Where(s => s.StartsWith("FLOW0084", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("new HashSet<string> { \"a\" }", true)]
    [InlineData("_names.Keys", true)]
    [InlineData("_names.Values.Where(v => v.Length > 1).ToList()", true)]
    [InlineData("new List<string>(_names.Keys)", true)]
    [InlineData("(List<string>)[.. _names.Keys]", true)]
    [InlineData("new List<string>([\"a\", .. _names.Values.Where(v => v.Length > 1)])", true)]
    [InlineData("from n in _names.Keys where n.Length > 1 select n + 1", true)]
    [InlineData("from n in _names.Keys orderby n select n + 1", false)]
    [InlineData("new List<string>(_names.Keys.Order())", false)]
    [InlineData("(List<string>)[.. _names.Keys.Order()]", false)]
    [InlineData("(List<string>)[\"a\", \"b\"]", false)]
    [InlineData("new SortedSet<string>(_names.Keys)", false)]
    [InlineData("new List<string>(4)", false)]
    [InlineData("_names.Keys.Order()", false)]
    [InlineData("_names.Keys.Select(k => k + 1).OrderBy(k => k)", false)]
    [InlineData("new SortedSet<string> { \"a\" }", false)]
    [InlineData("new[] { \"a\" }", false)]
    public void FLOW0088_the_items_of_a_foreach(string items, bool isWrong) => Of(
        $$"""
        private readonly Dictionary<string, string> _names = [];
        [Step] public Next Start() => ForEach({{items}}, Body);
        [Step] public Next Body(string item) => To(Join);
        [Step] public void Join(Inputs<F> inputs) { }
        """).ShouldBe(isWrong ? [$"FLOW0088 {items}"] : []);

    [Theory]
    [InlineData("IEnumerable<int> items = new HashSet<int> { 1 }; return ForEach(items, Body);", "FLOW0088 items")]
    [InlineData("var items = new HashSet<int> { 1 }.Where(i => i > 0).ToList(); return ForEach(items, Body);", "FLOW0088 items")]
    [InlineData("return ForEach([.. new HashSet<int> { 1 }], Body);", "FLOW0088 [.. new HashSet<int> { 1 }]")]
    [InlineData("var items = new HashSet<int> { 1 }; var list = items.ToList(); return ForEach(list.Where(i => i > 0), Body);", "FLOW0088 list.Where(i => i > 0)")]
    [InlineData("HashSet<int> items = [1, 2]; return ForEach(items, Body);", "FLOW0088 items")]
    [InlineData("var items = new HashSet<int> { 1 }.ToList(); items.Sort(); return ForEach(items, Body);", null)]
    [InlineData("var items = new HashSet<int> { 1 }.Order().ToList(); return ForEach(items, Body);", null)]
    public void FLOW0088_the_items_of_a_foreach_in_a_variable(string body, string? expected) => Of(
        $$"""
        [Step] public Next Start() { {{body}} }
        [Step] public Next Body(int item) => To(Join);
        [Step] public void Join(Inputs<F> inputs) { }
        """).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("_ = Task.Run(Work);", "FLOW0089 Work")]
    [InlineData("_ = Task.Run(Local); void Local() => A = 2;", "FLOW0089 Local")]
    [InlineData("new Thread(Work).Start();", "FLOW0089 Work")]
    [InlineData("s_later = () => A = 2;", "FLOW0089 A")]
    [InlineData("await Task.Run(Work);", null)]
    [InlineData("var thread = new Thread(Work); thread.Start(); thread.Join();", null)]
    [InlineData("_now = () => A = 2; _now();", null)]
    [InlineData("_ = Task.Run(Idle);", null)]
    public void FLOW0089_a_method_that_uses_an_artifact(string statement, string? expected) => Of(
        $$"""
        [Artifact] public partial int A { get; set; }
        private static Action? s_later;
        private Action? _now;
        private void Work() => A = 2;
        private void Idle() => s_later?.Invoke();
        [Step] public async Task<Next> Start() { A = 1; await Task.Yield(); {{statement}} return To(End); }
        [Step] public void End() => Logger.LogInformation("{A}", A);
        """).Where(d => !d.StartsWith("FLOW0086", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("_ = Task.Run(() => A = 2);", true)]
    [InlineData("var forgotten = Task.Run(() => A = 2);", true)]
    [InlineData("new Timer(_ => A++, null, 0, 1);", true)]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => A = 2);", true)]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => A = 2;", true)]
    [InlineData("await Task.Run(() => A = 2);", false)]
    [InlineData("var task = Task.Run(() => A = 2); await task;", false)]
    [InlineData("using var timer = new Timer(_ => A++, null, 0, 1);", false)]
    [InlineData("var copy = B; _ = Task.Run(() => copy);", false)]
    [InlineData("Console.CancelKeyPress += Handle; Console.CancelKeyPress -= Handle; void Handle(object? s, ConsoleCancelEventArgs e) => A = 2;", false)]
    [InlineData("_ = Enumerable.Range(0, 2).Select(i => i + A).ToList();", false)]
    public void FLOW0089_a_lambda_that_uses_an_artifact(string statement, bool isWrong) => Of(
        $$"""
        [Artifact] public partial int A { get; set; }
        [Artifact] public partial int B { get; set; }
        [Step] public async Task<Next> Start() { (A, B) = (1, 1); await Task.Yield(); {{statement}} return To(End); }
        [Step] public void End() => Logger.LogInformation("{A} {B}", A, B);
        """).ShouldBe(isWrong ? ["FLOW0089 A"] : []);

    [Theory]
    [InlineData("using var own = new Bell(); own.Rings += () => A++; own.Ring();", false)]
    [InlineData("var own = new Bell(); own.Rings += () => A++;", false)]
    [InlineData("using (Bell own = new()) { own.Rings += Count; } void Count() => A++;", false)]
    [InlineData("this.Done += () => A++; Done();", false)]
    [InlineData("using var timer = new System.Timers.Timer(5); timer.Elapsed += (_, _) => A++;", false)]
    [InlineData("var timer = new System.Timers.Timer(5); timer.Elapsed += (_, _) => A++;", true)]
    [InlineData("var other = Find(); other.Rings += () => A++;", true)]
    [InlineData("_bell.Rings += () => A++;", true)]
    [InlineData("Find().Rings += () => A++;", true)]
    [InlineData("Bell.All += () => A++;", true)]
    public void FLOW0089_a_handler_of_an_event(string statement, bool isWrong) => Of(
        $$"""
        [Artifact] public partial int A { get; set; }
        private readonly Bell _bell = new();
        private event Action Done = () => { };
        private Bell Find() => _bell;
        [Step] public Next Start() { A = 1; {{statement}} return To(End); }
        [Step] public void End() => Logger.LogInformation("{A} {Bell}", A, Find());
        private void Finish() => Done();
        """,
        "sealed class Bell : IDisposable { public static event Action? All; public event Action? Rings; public void Ring() { Rings?.Invoke(); All?.Invoke(); } public void Dispose() { } }")
        .ShouldBe(isWrong ? ["FLOW0089 A"] : []);

    [Theory]
    [InlineData("[Artifact] public partial int? model { get; set; } [Artifact] public partial int? Model { get; set; }", "FLOW0091 Model")]
    [InlineData("[Artifact] public partial int? only { get; set; }", "FLOW0091 only")]
    [InlineData("[Artifact] public partial int? Models { get; set; } [Artifact] public partial int? Model { get; set; }", null)]
    public void FLOW0091_names_that_differ_in_case_only(string members, string? expected) =>
        Of($"{members} [Step] public void Only() {{ }}").ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("Timeout(Minutes = 1)", "", "await Task.Yield();", "FLOW0092 Only")]
    [InlineData("Timeout(Minutes = 1)", "CancellationToken cancellation", "await Task.Yield();", null)]
    [InlineData("Retry", "", "await Task.Yield();", null)]
    public void FLOW0092_a_step_with_a_timeout_and_no_token(string attribute, string parameters, string body, string? expected) => FlowCompiler
        .Compile($"partial class F : Flow {{ [Step, {attribute}] public async Task Only({parameters}) {{ {body} }} }}")
        .Suggestions.ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("include: [\"A\"]", "FLOW0093 \"A\"")]
    [InlineData("exclude: new[] { \"A\" }", "FLOW0093 \"A\"")]
    [InlineData("include: [nameof(A)]", null)]
    public void FLOW0093_an_artifact_named_as_text(string argument, string? expected) =>
        Merged(argument).Suggestions.Where(s => s.StartsWith("FLOW0093", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("include: [\"B\"]", "FLOW0094 \"B\"")]
    [InlineData("exclude: [\"a\"]", "FLOW0094 \"a\"")]
    [InlineData("include: [nameof(P)]", "FLOW0094 nameof(P)")]
    [InlineData("exclude: new[] { nameof(A), nameof(Body) }", "FLOW0094 nameof(Body)")]
    [InlineData("include: [nameof(F.A)]", null)]
    [InlineData("exclude: Like(nameof(P))", null)]
    [InlineData("exclude: Like(\"a\")", null)]
    [InlineData("include: new List<string> { \"a\" }", "FLOW0094 \"a\"")]
    [InlineData("include: [Random.Shared.Next() > 0 ? nameof(P) : nameof(A)]", "FLOW0094 nameof(P)")]
    [InlineData("include: [\"A\"]", null)]
    public void FLOW0094_what_is_no_artifact(string argument, string? expected) =>
        Merged(argument).Diagnostics.Where(s => s.StartsWith("FLOW0094", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("P", "Leave it out: a parameter is the same everywhere, in the join as well.")]
    [InlineData("Body", "Name what the step sets, not the step.")]
    public void FLOW0094_says_what_it_is_instead(string name, string advice) =>
        Merged($"include: [nameof({name})]").Messages("FLOW0094").ShouldHaveSingleItem().ShouldEndWith(advice);

    [Theory]
    [InlineData("include: [nameof(A)], exclude: new[] { nameof(A) }", true)]
    [InlineData("new List<string> { nameof(A) }, [nameof(A)]", true)]
    [InlineData("include: [], exclude: []", true)]
    [InlineData("include: [nameof(A)], exclude: null", false)]
    [InlineData("Like(nameof(A)), null", false)]
    [InlineData("Like(nameof(A)), Like(\"\")", false)]
    public void FLOW0049_both_lists(string arguments, bool isWrong) =>
        Merged(arguments).Diagnostics.ShouldBe(isWrong ? [$"FLOW0049 Merge(inputs, {arguments})"] : []);

    [Fact]
    public void FLOW0049_that_it_fails_may_be_expected() =>
        Merged("[nameof(A)]); try { Merge(inputs, [nameof(A)], []); } catch (FlowException) { } Logger.LogInformation(\"merged\"").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Two_foreach_may_lead_to_one_body_with_items_of_two_types_that_it_takes() => Of(
        """
        [Step] public Next Start() => Random.Shared.Next() > 0 ? ForEach(new List<Cat>(), Body) : ForEach(new List<Dog>(), Body);
        [Step] public Next Body(Animal item) => To(Join);
        [Step] public void Join(Inputs<F> inputs) { }
        """,
        "[ArtifactUnion(typeof(Cat), typeof(Dog))] abstract record Animal; record Cat : Animal; record Dog : Animal;").ShouldBeEmpty();

    private static string Artifacts(string body) =>
        $$"""
        [Artifact] public partial int A { get; set; }
        [Artifact] public partial int B { get; set; }
        [Step] public Next Start() { A = 1; B = 1; return To(Middle); }
        [Step] public Next Middle() { {{body}} }
        [Step] public Next Extra() => To(End);
        [Step] public void End() => Logger.LogInformation("{A} {B}", A, B);
        """;

    private static CompiledFlow Merged(string argument) => FlowCompiler.Compile(
        $$"""
        partial class F : Flow
        {
            [Artifact] public partial int? A { get; set; }
            [Parameter] public int P { get; init; }
            private static IEnumerable<string>? Like(string name) => name.Length > 0 ? [name] : null;
            [Step] public Next Start() => ForEach([1], Body);
            [Step] public Next Body(int item) { A = item; return To(Join); }
            [Step] public void Join(Inputs<F> inputs) { Merge(inputs, {{argument}}); Logger.LogInformation("{A}", A); }
        }
        """);

    private static string[] Of(string members, string types = "") => FlowCompiler.Compile($"partial class F : Flow {{ {members} }} {types}")
        .Diagnostics.Where(d => !d.StartsWith("CS", StringComparison.Ordinal)).ToArray();
}
