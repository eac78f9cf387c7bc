using System.Collections.Immutable;
using System.Numerics;

namespace FlowSdk.Flows;

/// <summary>Artifacts of many types, set in one process and read in another.</summary>
public sealed partial class TypesFlow : Flow
{
    [Artifact]
    public partial (int Count, string? Name, (double X, double Y) Point) Tuple { get; set; }

    [Artifact]
    public partial float[] Floats { get; set; }

    [Artifact]
    public partial double[,] Matrix { get; set; }

    [Artifact]
    public partial int[][] Jagged { get; set; }

    [Artifact]
    public partial Dictionary<string, List<int?>> Map { get; set; }

    [Artifact]
    public partial HashSet<string> Set { get; set; }

    [Artifact]
    public partial ImmutableArray<Guid> Ids { get; set; }

    [Artifact]
    public partial DateTime Local { get; set; }

    [Artifact]
    public partial BigInteger Big { get; set; }

    [Artifact]
    public partial decimal Money { get; set; }

    [Artifact]
    public partial Tree Root { get; set; }

    [Artifact]
    public partial Shape[] Shapes { get; set; }

    [Artifact]
    public partial Settings Options { get; set; }

    [Artifact]
    public partial double Odd { get; set; }

    [Artifact]
    public partial Secret Hidden { get; set; }

    [Artifact]
    private partial Inner Private { get; set; }

    [Step]
    public Next Start()
    {
        Tuple = (3, null, (1.5, -0.0));
        Floats = [.. Enumerable.Range(0, 100_000).Select(i => i / 3f)];
        Matrix = new[,] { { 1.0, 2.0, 3.0 }, { 4.0, 5.0, 6.0 } };
        Jagged = [[1], [], [2, 3]];
        Map = new() { ["z"] = [1, null], ["a"] = [] };
        Set = ["x", "y"];
        Ids = [Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")];
        Local = new DateTime(2026, 11, 21, 8, 48, 38, DateTimeKind.Local);
        Big = BigInteger.Pow(7, 100);
        Money = 1.10m;
        Root = new Tree("root", [new Tree("left", []), new Tree("right", [new Tree("leaf", [])])]);
        Shapes = [new Circle(2), new Box(3, 4)];
        Options = new Settings { Name = "n", Depth = 4 };
        Odd = double.NaN;
        Hidden = new Secret("text");
        Private = new Inner(new Dictionary<int, string> { [1] = "one" });
        return To(End);
    }

    [Step]
    public void End()
    {
        Check.Equal((3, null, (1.5, 0.0)), Tuple, nameof(Tuple));
        Check.That(double.IsNegative(Tuple.Point.Y), "negative zero");
        Check.Equal(99_999 / 3f, Floats[^1], nameof(Floats));
        Check.Equal(6.0, Matrix[1, 2], nameof(Matrix));
        Check.Sequence([2, 3], Jagged[2], nameof(Jagged));
        Check.Sequence(["z", "a"], Map.Keys, "order of keys");
        Check.Sequence([1, null], Map["z"], "values");
        Check.That(Set.SetEquals(["x", "y"]), nameof(Set));
        Check.Equal(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Ids[0], nameof(Ids));
        Check.Equal(DateTimeKind.Local, Local.Kind, "kind");
        Check.Equal(BigInteger.Pow(7, 100), Big, nameof(Big));
        Check.Equal("1.10", Money.ToString(System.Globalization.CultureInfo.InvariantCulture), "scale");
        Check.Equal("leaf", Root.Children[1].Children[0].Name, nameof(Root));
        Check.Equal(new Circle(2), Shapes[0], "circle");
        Check.Equal(new Box(3, 4), Shapes[1], "box");
        Check.Equal(("n", 4, "kept"), (Options.Name, Options.Depth, Options.Kept), nameof(Options));
        Check.That(double.IsNaN(Odd), "NaN");
        Check.Equal("text", Hidden.Text, nameof(Hidden));
        Check.Equal("one", Private.Values[1], nameof(Private));
    }

    public sealed record Tree(string Name, List<Tree> Children);

    [ArtifactUnion(typeof(Circle), typeof(Box))]
    public abstract record Shape;

    public sealed record Circle(double Radius) : Shape;

    public sealed record Box(double Width, double Height) : Shape;

    public sealed class Settings
    {
        public required string Name { get; init; }

        public int Depth { get; set; }

        public string Kept { get; init; } = "kept";
    }

    [ArtifactCodec(typeof(SecretCodec))]
    public sealed class Secret(string text)
    {
        public string Text => text;
    }

    private sealed record Inner(Dictionary<int, string> Values);
}
