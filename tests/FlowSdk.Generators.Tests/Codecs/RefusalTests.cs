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
    [InlineData("System.IO.Stream", "Stream", "is a stream")]
    [InlineData("System.IO.MemoryStream", "MemoryStream", "is a stream")]
    [InlineData("System.IO.StreamReader", "StreamReader", "is a stream")]
    [InlineData("MyStream", "MyStream", "is a stream")]
    [InlineData("Holder", "Holder.Log", "StreamWriter is a stream, a place in a file or a connection that only this process has. Store what it gives, such as a byte[] or a string, or an ArtifactFile")]
    [InlineData("System.Threading.Tasks.Task<int>", "Task<int>", "Await it, and store the result")]
    [InlineData("System.Threading.Tasks.ValueTask", "ValueTask", "Await it, and store the result")]
    [InlineData("IShape", "IShape", "the [ArtifactUnion] on IShape lists Square, a struct that can be changed: as IShape it is a copy, and a change of that is lost. Make it a readonly struct, or a class")]
    [InlineData("delegate*<void>[]", "delegate*<void>[]", "address")]
    [InlineData("System.Func<int>[]", "Func<int>[]", "is a delegate")]
    [InlineData("Elsewhere.Clock", "Clock.Started", "Started can be read but not set back: it has no setter that is accessible, and no constructor takes it. Store what is needed to make a Clock")]
    [InlineData("Elsewhere.Counter", "Counter.Count", "can be read but not set back")]
    [InlineData("Elsewhere.Bag", "Bag.Items", "is a collection that no constructor or setter sets")]
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
            public class MyStream : System.IO.MemoryStream;
            public record Holder(int A) { public System.IO.StreamWriter? Log { get; set; } }
            [ArtifactUnion(typeof(Circle), typeof(Square))] public interface IShape;
            public readonly record struct Circle(int Radius) : IShape;
            public struct Square : IShape { public int Side; }
            [ArtifactUnion(typeof(string))] public abstract class BadUnion;

            public unsafe partial class F : Flow
            {
                private class Roots { public {{type}} A; }
            }
            """,
            """
            namespace Elsewhere
            {
                public class Clock { public System.DateTime Started { get; } = System.DateTime.UtcNow; public int Ticks { get; set; } }
                public class Counter { public int Count { get; private set; } public int Step { get; set; } public void Add() => Count += Step; }
                public class Bag { public System.Collections.Generic.List<int> Items { get; } = []; }
            }
            """)["A"];

        problem.ShouldNotBeNull();
        problem.Path.ShouldBe(path);
        problem.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("IShape")]
    [InlineData("Elsewhere.Rate")]
    [InlineData("Mine")]
    public void A_type_that_only_looks_like_one_that_cannot_be_persisted_is_not_refused(string type) => CodecCompiler.Problems(
        $$"""
        using FlowSdk;
        [ArtifactUnion(typeof(Circle), typeof(Dot))] public interface IShape;
        public readonly struct Circle(int radius) : IShape { public int Radius { get; } = radius; }
        public struct Dot : IShape;
        public class Mine { public System.DateTime Started { get; } = System.DateTime.UtcNow; public int Count { get; private set; } }
        public partial class F : Flow { private class Roots { public {{type}} A; } }
        """,
        "namespace Elsewhere { public class Rate(double perSecond) { public double PerSecond { get; } = perSecond; public double PerHour => PerSecond * 3600; public int Size { get; init; } } }")["A"].ShouldBeNull();

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
