namespace FlowSdk.Flows;

/// <summary>Services in the constructor and in a step.</summary>
public sealed partial class ServicesFlow(Greeter greeter) : Flow
{
    [Artifact]
    public partial string Text { get; set; }

    [Step]
    public Next Start()
    {
        Text = greeter.Greet("constructor");
        return ForEach(["a"], Body);
    }

    [Step]
    public Next Body(string item, [FromServices] Greeter other, CancellationToken cancellation)
    {
        Text += other.Greet(item);
        return To(Join);
    }

    [Step]
    public Next Join([FromServices] Greeter other, Inputs<ServicesFlow> inputs)
    {
        Text = inputs[0].Text + other.Greet("join");
        return To(End);
    }

    [Step]
    public void End() => Check.Equal("hello constructor hello a hello join ", Text, nameof(Text));
}

public sealed class Greeter
{
    private readonly string _word = "hello";

    public string Greet(string name) => $"{_word} {name} ";
}
