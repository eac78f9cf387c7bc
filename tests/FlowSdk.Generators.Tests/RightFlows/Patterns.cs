public abstract record Shape;
public sealed record Circle(double Radius) : Shape;
public sealed record Box(double Width, double Height) : Shape;

[ArtifactUnion(typeof(Ok), typeof(Broken))]
public abstract record Result;
public sealed record Ok(double Area, (string Unit, int Digits) Format) : Result;
public sealed record Broken(string Why) : Result;

public sealed partial class PatternFlow : Flow
{
    [Parameter] public string Kind { get; init; } = "circle";

    [Artifact] public partial Result Outcome { get; set; }
    [Artifact] public partial Point Where { get; set; }

    [Step]
    public Next Start()
    {
        Shape? shape = Kind switch
        {
            "circle" => new Circle(1),
            "box" or "square" => new Box(2, 2),
            _ => null,
        };
        Where = new(1, 2);
        Outcome = shape switch
        {
            Circle { Radius: > 0 and var r } => new Ok(Math.PI * r * r, ("m2", 2)),
            Box(var w, var h) when w > 0 && h > 0 => new Ok(w * h, ("m2", 0)),
            null => new Broken($"no {Kind}"),
            _ => new Broken("no area"),
        };
        return Outcome is Ok { Area: > 1 } ? To(Big) : To(Small);
    }

    [Step]
    public Next Big()
    {
        if (Outcome is not Ok(var area, (var unit, _)))
        {
            throw new InvalidOperationException("not here");
        }

        Where = Where with { X = area };
        Console.WriteLine($"{area} {unit}");
        return To(End);
    }

    [Step]
    public Next Small()
    {
        var (x, y) = Where;
        Where = new(y, x);
        return To(End);
    }

    [Step]
    public void End()
    {
        switch (Outcome)
        {
            case Ok ok:
                Console.WriteLine($"{ok.Area} at {Where}");
                break;
            case Broken { Why: var why }:
                Console.WriteLine(why);
                break;
        }
    }
}

public readonly record struct Point(double X, double Y);
