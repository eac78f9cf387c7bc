namespace FlowSdk.Generators.Tests.Codecs;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("Model", "Model.Session", "System.Net.Http.HttpClient cannot be persisted: it has no constructor or settable members that restore it")]
    [InlineData("List<Model>", "List<Model>.Session", "HttpClient")]
    [InlineData("Outer", "Outer.Inner.Session", "HttpClient")]
    [InlineData("object", "object", "known at run time only")]
    [InlineData("dynamic", "dynamic", "known at run time only")]
    [InlineData("Action", "Action", "code cannot be persisted")]
    [InlineData("System.IO.Stream", "Stream", "[ArtifactUnion")]
    [InlineData("System.IO.MemoryStream", "MemoryStream", "cannot be persisted")]
    [InlineData("System.Threading.Tasks.Task<int>", "Task<int>", "cannot be persisted")]
    [InlineData("Type", "Type", "[ArtifactUnion")]
    [InlineData("int*[]", "int*[]", "address")]
    [InlineData("IThing", "IThing", "an interface")]
    [InlineData("Thing", "Thing", "abstract")]
    [InlineData("MyList", "MyList", "derives from List<int>")]
    [InlineData("Gated", "Gated._gate", "object cannot be persisted")]
    [InlineData("NoConstructor", "NoConstructor", "no accessible constructor")]
    [InlineData("Hidden", "Hidden._secret", "not accessible")]
    [InlineData("Filed", "Filed", "local to its file")]
    [InlineData("BadUnion", "BadUnion", "does not derive")]
    [InlineData("F", "F", "is a flow")]
    [InlineData("System.Threading.CancellationToken", "CancellationToken", "cannot be persisted")]
    public void A_type_that_cannot_be_persisted_is_refused_with_its_member_and_the_reason(string type, string path, string reason)
    {
        var problem = CodecCompiler.Problems($$"""
            using System;
            using System.Collections.Generic;
            using FlowSdk;

            public record Model(int Size) { public System.Net.Http.HttpClient? Session { get; set; } }
            public record Outer(Model Inner);
            public interface IThing;
            public abstract class Thing;
            public class MyList : List<int>;
            public class Gated { private readonly object _gate = new(); public int A { get; set; } }
            public class NoConstructor { public NoConstructor(int other) { } public int A { get; set; } }
            public class Hidden { private class Secret; private Secret? _secret; }
            file class Filed;
            [ArtifactUnion(typeof(string))] public abstract class BadUnion;

            public unsafe partial class F : Flow
            {
                private class Roots { public {{type}} A; }
            }
            """)["A"];

        problem.ShouldNotBeNull();
        problem.Path.ShouldBe(path);
        problem.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Plans_of_equal_sources_are_equal()
    {
        const string Source = """
            public record P(int X, System.Collections.Generic.List<(int, P)> Y);
            public partial class F : FlowSdk.Flow { private class Roots { P A; int[,] B; } }
            """;

        CodecCompiler.Plan(Source).ShouldBe(CodecCompiler.Plan(Source + "// edited"));
        CodecCompiler.Plan(Source).ShouldNotBe(CodecCompiler.Plan(Source.Replace("int X", "long X", StringComparison.Ordinal)));
    }
}
