namespace FlowSdk.Flows;

/// <summary>Exceptions that resist being told: each is caught, kept, and readable afterwards.</summary>
public sealed partial class OddExceptionFlow : Flow
{
    [Artifact] public partial StepFailure? Error { get; set; }

    [Artifact] public partial string How { get; set; }

    [Step]
    public Next Start() => ForEach((string[])["constructor", "text", "huge", "aggregate", "nested"], Throw);

    [Step, Catch(nameof(Error))]
    public Next Throw(string how)
    {
        How = how;
        var odd = 0;
        throw how switch
        {
            "constructor" => new OddConstructorException(3, typeof(int), ref odd),
            "text" => new SilentException(),
            "huge" => new InvalidOperationException(new string('x', 50_000_000)),
            "aggregate" => new AggregateException("both", new TimeoutException("first"), new IOException("second")),
            _ => new InvalidOperationException("outer", new IOException("inner", new FormatException("innermost"))),
        };
#pragma warning disable CS0162 // The transition is what the compiler, and the generator, read here.
        return To(Join);
#pragma warning restore CS0162
    }

    [Step]
    public Next Join(Inputs<OddExceptionFlow> inputs)
    {
        var errors = inputs.Where(i => i.Error is not null).ToDictionary(i => i.How, i => i.Error!);
        Check.Equal("odd 3 System.Int32", errors["constructor"].Message, "an odd constructor");
        Check.Equal("FlowSdk.Flows.SilentException", errors["text"].Type, "the type is known even if nothing else is");
        Check.That(errors["text"].Message.Contains("could not be had", StringComparison.Ordinal), errors["text"].Message);
        Check.That(errors["huge"].Message.Length < 10_000 && errors["huge"].Message.Contains("characters left out", StringComparison.Ordinal), "bounded, and says so");
        Check.That(errors["huge"].StackTrace.Contains("OddExceptionFlow.Throw", StringComparison.Ordinal), "the stack of an enormous exception");
        Check.That(new[] { "first", "second", "TimeoutException", "IOException" }.All(errors["aggregate"].StackTrace.Contains), "all of an aggregate");
        Check.That(new[] { "inner", "innermost", "FormatException" }.All(errors["nested"].StackTrace.Contains), "all inner exceptions");
        return To(End);
    }

    [Step]
    public void End()
    {
    }
}

internal sealed class OddConstructorException(int number, Type type, ref int reference) : Exception($"odd {number + reference} {type}");

internal sealed class SilentException : Exception
{
    public override string Message => throw new NotSupportedException();

    public override string? StackTrace => throw new NotSupportedException();

    public override string ToString() => throw new NotSupportedException();
}
