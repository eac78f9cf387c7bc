namespace FlowSdk.Generators.Tests.Codecs;

public sealed class UserTypeTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using FlowSdk;
        using Shouldly;

        """;

    [Fact]
    public void Records_come_back_by_their_constructors() => CodecCompiler.Run(Usings + """
        public record Point(int X, double Y);
        public record struct Size(int Width, int Height = 7);
        public readonly record struct Name(string Text);
        public record Layer(string Name, Point? Origin, List<Point> Points) { public int Extra { get; init; } = 5; public required string Tag { get; init; } }

        public partial class F : Flow
        {
            private class Roots { Point A; Size B; Name C; Layer D; }

            public static void Test()
            {
                Codec.Back(new Point(1, -0.0)).ShouldBe(new Point(1, -0.0));
                Convert.ToHexStringLower(Codec.Encode(new Point(1, 2))).ShouldBe("82a15801a159cb4000000000000000");
                Codec.Back<Point?>(null).ShouldBeNull();
                Codec.Back(new Size(1, 2)).ShouldBe(new Size(1, 2));
                Codec.FromJson<Size>("{\"width\":3}").ShouldBe(new Size(3, 7));
                Codec.Back(new Name("é")).ShouldBe(new Name("é"));
                var layer = new Layer("a", null, [new(1, 2), new(3, 4)]) { Tag = "t", Extra = 9 };
                var back = Codec.Back(layer);
                back.Points.ShouldBe(layer.Points);
                (back.Name, back.Origin, back.Extra, back.Tag).ShouldBe(("a", null, 9, "t"));
                Codec.FromJson<Layer>("{\"Name\":\"a\",\"Points\":[],\"Tag\":\"x\"}").Extra.ShouldBe(5);
                Codec.IsImmutable<Point>().ShouldBeTrue();
                Codec.IsImmutable<Size>().ShouldBeTrue();
                Codec.IsImmutable<Layer>().ShouldBeFalse();
                Codec.Fails(() => Codec.FromJson<Layer>("{\"Name\":\"a\",\"Points\":[]}")).ShouldContain("\"Tag\" is missing");
                Codec.Fails(() => Codec.FromJson<Layer>("{\"Name\":\"a\",\"Tag\":\"x\",\"Points\":[{\"X\":1,\"Y\":\"far\"}]}")).ShouldContain("$.Points[0].Y: expected a number, found \"far\"");
                Codec.Fails(() => Codec.FromJson<Layer>("{\"nom\":\"a\"}")).ShouldContain("there is no \"nom\"; there is \"Name\"");
            }
        }
        """);

    [Fact]
    public void Classes_and_structs_keep_all_their_state() => CodecCompiler.Run(Usings + """
        public class Settable { public int A { get; set; } = 4; public string? B; public List<int> Items { get; } = new(); public int Sum => A + Items.Count; }
        public class ByConstructor { private readonly double[] _weights; public ByConstructor(double[] weights) => _weights = weights; public double First() => _weights[0]; }
        public class Counter { private int _count; public void Add() => _count++; public int Get() => _count; }
        public class Backed { private int _size; public int Size { get => _size; set => _size = value; } }
        public class Base { public int InBase { get; private set; } public void Set(int v) => InBase = v; }
        public class Derived : Base { public int Own { get; init; } = 3; }
        public struct Mutable { public int X; public int Y { get; set; } }
        public readonly struct Fixed(int x) { public int X { get; } = x; }
        public sealed class Ignoring { public int Kept { get; set; } [NonSerialized] private object? _cache; [System.Text.Json.Serialization.JsonIgnore] public object? Left { get; set; } }

        public partial class F : Flow
        {
            private class Roots { Settable A; ByConstructor B; Counter C; Backed D; Derived E; Mutable G; Fixed H; Ignoring I; Private J; }

            private class Private { public int @class { get; init; } public string Größe { get; set; } = ""; }

            public static void Test()
            {
                var settable = Codec.Back(new Settable { A = 1, B = "b", Items = { 1, 2 } });
                (settable.A, settable.B, settable.Sum).ShouldBe((1, "b", 3));
                Codec.FromJson<Settable>("{}").A.ShouldBe(4);
                Codec.Back(new ByConstructor([2.5])).First().ShouldBe(2.5);
                var counter = new Counter();
                counter.Add();
                Codec.Back(counter).Get().ShouldBe(1);
                Codec.Json(new Backed { Size = 3 }).ShouldBe("{\"Size\":3}");
                Codec.Back(new Backed { Size = 3 }).Size.ShouldBe(3);
                var derived = new Derived { Own = 8 };
                derived.Set(6);
                Codec.Back(derived).InBase.ShouldBe(6);
                Codec.Back(derived).Own.ShouldBe(8);
                Codec.Json(derived).ShouldBe("{\"InBase\":6,\"Own\":8}");
                Codec.Back(new Mutable { X = 1, Y = 2 }).ShouldBe(new Mutable { X = 1, Y = 2 });
                Codec.Back(new Fixed(5)).X.ShouldBe(5);
                Codec.Json(new Ignoring { Kept = 1, Left = new() }).ShouldBe("{\"Kept\":1}");
                var own = Codec.Back(new Private { @class = 2, Größe = "XL" });
                (own.@class, own.Größe).ShouldBe((2, "XL"));
                Codec.IsImmutable<Settable>().ShouldBeFalse();
                Codec.IsImmutable<Fixed>().ShouldBeTrue();
            }
        }
        """);

    [Fact]
    public void Generic_and_recursive_types() => CodecCompiler.Run(Usings + """
        public record Box<T>(T Content) { public T? Other { get; init; } }
        public sealed record Node(int Value, ImmutableArray<Node> Children, Box<Node>? Boxed = null);
        public class Holder<T> where T : struct { private T? _held; public void Hold(T value) => _held = value; public T Get() => _held!.Value; public class Inner<U> { public T First { get; init; } public U? Second { get; private set; } public void Set(U u) => Second = u; } }
        public class Link { public Link? Next { get; set; } }

        public partial class F : Flow
        {
            private class Roots { Box<int> A; Box<List<string>> B; Node C; Link D; Box<(int, string)>[] E; Holder<int> G; Holder<int>.Inner<string> H; }

            public static void Test()
            {
                Codec.Back(new Box<int>(1) { Other = 2 }).ShouldBe(new Box<int>(1) { Other = 2 });
                Codec.Back(new Box<List<string>>(["a"])).Content.ShouldBe(["a"]);
                var node = Codec.Back(new Node(1, [new(2, []), new(3, [], new(new(4, [])))]));
                node.Children[1].Boxed!.Content.Value.ShouldBe(4);
                Codec.IsImmutable<Node>().ShouldBeTrue();
                Codec.Back(new[] { new Box<(int, string)>((1, "x")) })[0].Content.ShouldBe((1, "x"));
                var holder = new Holder<int>();
                holder.Hold(5);
                Codec.Back(holder).Get().ShouldBe(5);
                var inner = new Holder<int>.Inner<string> { First = 1 };
                inner.Set("u");
                (Codec.Back(inner).First, Codec.Back(inner).Second).ShouldBe((1, "u"));
                var link = new Link();
                link.Next = new Link { Next = link };
                Codec.Fails(() => Codec.Encode(link)).ShouldContain("$.Next.Next.Next");
                Codec.Fails(() => Codec.Encode(link)).ShouldContain("contains itself");
                var chain = new Link();
                for (var i = 0; i < 499; i++) chain = new Link { Next = chain };
                Codec.Back(chain).Next.ShouldNotBeNull();
                Codec.Fails(() => Codec.Encode(new Link { Next = chain })).ShouldContain("more than 500 levels deep");
            }
        }
        """);

    [Fact]
    public void Unions_name_the_type() => CodecCompiler.Run(Usings + """
        [ArtifactUnion(typeof(Circle), typeof(Square))]
        public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public sealed record Square(double Side) : Shape;
        public sealed record Hexagon : Shape;

        [ArtifactUnion(typeof(Dog), typeof(Puppy))]
        public class Dog { public int Age { get; set; } }
        public class Puppy : Dog { public string? Toy { get; set; } }

        [ArtifactUnion(typeof(Left), typeof(Right))]
        public interface ISide;
        public record Left(ISide? Inner) : ISide;
        public readonly record struct Right(int N) : ISide;

        public class Plain { public int A { get; set; } }
        public class MorePlain : Plain { public int B { get; set; } }

        public partial class F : Flow
        {
            private class Roots { Shape[] A; Dog B; ISide C; Plain D; Circle E; }

            public static void Test()
            {
                Codec.Back(new Shape?[] { new Circle(1), null, new Square(2) }).ShouldBe(new Shape?[] { new Circle(1), null, new Square(2) });
                Codec.Json(new Shape[] { new Circle(1) }).ShouldBe("[{\"Circle\":{\"Radius\":1}}]");
                Codec.Back(new Circle(3)).ShouldBe(new Circle(3));
                Codec.Back(new Dog { Age = 3 }).ShouldBeOfType<Dog>().Age.ShouldBe(3);
                Codec.Back<Dog>(new Puppy { Age = 1, Toy = "ball" }).ShouldBeOfType<Puppy>().Toy.ShouldBe("ball");
                Codec.Back<ISide>(new Left(new Right(4))).ShouldBe(new Left(new Right(4)));
                Codec.Fails(() => Codec.Encode(new Shape[] { new Circle(1), new Hexagon() })).ShouldContain("At $[1]");
                Codec.Fails(() => Codec.Encode<Plain>(new MorePlain())).ShouldContain("MorePlain");
                Codec.FromJson<Shape[]>("[{\"circle\":{\"radius\":2}}]").ShouldBe(new Shape[] { new Circle(2) });
                Codec.Fails(() => Codec.FromJson<Shape[]>("[{\"Blob\":{}}]")).ShouldContain("\"Circle\", \"Square\"");
            }
        }
        """);

    [Fact]
    public void Codecs_of_users_and_MessagePack_s_attributes() => CodecCompiler.Run(Usings + """
        namespace MessagePack
        {
            public sealed class MessagePackObjectAttribute(bool keyAsPropertyName = false) : Attribute;
            public sealed class KeyAttribute : Attribute { public KeyAttribute(int key) { } public KeyAttribute(string key) { } }
            public sealed class IgnoreMemberAttribute : Attribute;
        }

        [ArtifactCodec(typeof(TemperatureCodec))]
        public sealed class Temperature { public double Kelvin; private readonly object _gate = new(); }
        public sealed class TemperatureCodec : IArtifactCodec<Temperature>
        {
            public void Encode(Temperature value, System.Buffers.IBufferWriter<byte> output) { output.GetSpan(1)[0] = (byte)value.Kelvin; output.Advance(1); }
            public Temperature Decode(System.Buffers.ReadOnlySequence<byte> input) => new() { Kelvin = input.FirstSpan[0] };
        }

        [MessagePack.MessagePackObject]
        public class Numbered { [MessagePack.Key(0)] public int A { get; set; } [MessagePack.Key(2)] public string? C { get; set; } [MessagePack.IgnoreMember] public object? X { get; set; } }

        [MessagePack.MessagePackObject]
        public record Named([property: MessagePack.Key("a")] int A);

        [MessagePack.MessagePackObject(true)]
        public record ByName(int A);

        public partial class F : Flow
        {
            private class Roots { Temperature A; Numbered B; Named C; ByName D; }

            public static void Test()
            {
                Convert.ToHexStringLower(Codec.Encode(new Temperature { Kelvin = 7 })).ShouldBe("c40107");
                Codec.Back(new Temperature { Kelvin = 7 }).Kelvin.ShouldBe(7);
                Convert.ToHexStringLower(Codec.Encode(new Numbered { A = 1, C = "c" })).ShouldBe("9301c0a163");
                Codec.Back(new Numbered { A = 1, C = "c" }).C.ShouldBe("c");
                Codec.Json(new Named(4)).ShouldBe("{\"a\":4}");
                Codec.Back(new Named(4)).ShouldBe(new Named(4));
                Codec.Json(new ByName(4)).ShouldBe("{\"A\":4}");
            }
        }
        """);

    [Fact]
    public void Tuples_and_collections_of_every_kind() => CodecCompiler.Run(Usings + """
        using System.Collections.Frozen;
        using System.Linq;
        public enum Color : byte { Red = 1, Green = 200 }

        public partial class F : Flow
        {
            private class Roots
            {
                (int, string) A; (int A, int B, int C, int D, int E, int F, int G, int H, string I) B; Tuple<int, string> C; Tuple<int, int, int, int, int, int, int, Tuple<int>> D;
                int[] E; int[][] G; int[,] H; string[,,] I; int[,][] J; Color K; Color? L; int? M; Dictionary<Color, (int, List<float>)> N; KeyValuePair<string, int>[] O;
                HashSet<string> P; IReadOnlyList<double> Q; Stack<int> R; Memory<byte> S; ImmutableDictionary<string, int> T; SortedDictionary<int, string> U; IEnumerable<string> V; FrozenSet<int> W;
                dynamicless X; Color[] Y; System.Numerics.Vector3 Z; List<(int, Color)?> AA; IReadOnlyDictionary<string, int[]> AB; ValueTuple<int> AC; System.Collections.BitArray AD;
            }

            private struct dynamicless { public nint Pointer; public bool Flag; }

            public static void Test()
            {
                Codec.Back((1, "a")).ShouldBe((1, "a"));
                Convert.ToHexStringLower(Codec.Encode((1, "a"))).ShouldBe("9201a161");
                Codec.Back((1, 2, 3, 4, 5, 6, 7, 8, "9")).ShouldBe((1, 2, 3, 4, 5, 6, 7, 8, "9"));
                Codec.Json((1, 2, 3, 4, 5, 6, 7, 8, "9")).ShouldBe("[1,2,3,4,5,6,7,8,\"9\"]");
                Codec.Back(Tuple.Create(1, "a")).ShouldBe(Tuple.Create(1, "a"));
                Codec.Back(Tuple.Create(1, 2, 3, 4, 5, 6, 7, 8)).ShouldBe(Tuple.Create(1, 2, 3, 4, 5, 6, 7, 8));
                Codec.Back<Tuple<int, string>?>(null).ShouldBeNull();
                Codec.Back(new int[][] { [1, 2], [], null! }).ShouldBe(new int[][] { [1, 2], [], null! });
                Codec.Back(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } })[1, 0].ShouldBe(4);
                Codec.Back(new string[1, 2, 1] { { { "a" }, { "b" } } })[0, 1, 0].ShouldBe("b");
                Codec.Back(new int[,][] { { [1], [2, 3] } })[0, 1].ShouldBe([2, 3]);
                Codec.Back(Color.Green).ShouldBe(Color.Green);
                Codec.Back((Color)77).ShouldBe((Color)77);
                Codec.Back<Color?>(null).ShouldBeNull();
                Codec.FromJson<Color>("\"green\"").ShouldBe(Color.Green);
                Codec.Fails(() => Codec.FromJson<Color>("\"blue\"")).ShouldContain("one of Red, Green");
                Codec.Back<int?>(5).ShouldBe(5);
                Codec.Back(new Dictionary<Color, (int, List<float>)> { [Color.Red] = (1, [1.5f]) })[Color.Red].Item2.ShouldBe([1.5f]);
                Codec.Back(new[] { KeyValuePair.Create("a", 1) }).ShouldBe([KeyValuePair.Create("a", 1)]);
                Codec.Back(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A" }).Contains("a").ShouldBeTrue();
                Codec.Back<IReadOnlyList<double>>(new List<double> { 1, double.NaN }).ShouldBe([1, double.NaN]);
                Codec.Back(new Stack<int>([1, 2, 3])).ShouldBe([3, 2, 1]);
                Codec.Back(new Memory<byte>([1, 2])).ToArray().ShouldBe(new byte[] { 1, 2 });
                Codec.Back(ImmutableDictionary<string, int>.Empty.Add("b", 2).Add("a", 1))["a"].ShouldBe(1);
                Codec.Back(new SortedDictionary<int, string> { [2] = "b", [1] = "a" }).Keys.ShouldBe([1, 2]);
                Codec.Back(Enumerable.Range(0, 3).Select(i => $"{i}")).ShouldBe(["0", "1", "2"]);
                Codec.Back(new[] { 3, 1, 2 }.ToFrozenSet()).Order().ShouldBe([1, 2, 3]);
                Codec.Back(new[] { Color.Red, Color.Green }).ShouldBe([Color.Red, Color.Green]);
                Codec.Back(new System.Numerics.Vector3(1, 2, 3)).ShouldBe(new System.Numerics.Vector3(1, 2, 3));
                Codec.Back(new List<(int, Color)?> { (1, Color.Red), null }).ShouldBe([(1, Color.Red), null]);
                Codec.Back<IReadOnlyDictionary<string, int[]>>(new Dictionary<string, int[]> { ["a"] = [1] })["a"].ShouldBe([1]);
                Codec.Back(ValueTuple.Create(4)).ShouldBe(ValueTuple.Create(4));
                Codec.Back(new System.Collections.BitArray([true, false, true])).Cast<bool>().ShouldBe([true, false, true]);
                Codec.IsImmutable<(int, string)>().ShouldBeTrue();
                Codec.IsImmutable<int[]>().ShouldBeFalse();
                Codec.IsImmutable<ImmutableDictionary<string, int>>().ShouldBeTrue();
            }
        }
        """);
}
