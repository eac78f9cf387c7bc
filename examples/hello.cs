using FlowSdk;

return await FlowApp.RunAsync<HelloFlow>(args);

/// <summary>Three steps, and an artifact that travels through them.</summary>
public sealed partial class HelloFlow : Flow
{
    /// <summary>Whom to greet.</summary>
    [Parameter]
    public string Name { get; init; } = "world";

    [Artifact]
    public partial string Greeting { get; set; }

    [Step]
    public Next Start()
    {
        Greeting = $"Hello, {Name}";
        return To(Shout);
    }

    [Step]
    public Next Shout()
    {
        Greeting = Greeting.ToUpperInvariant();
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine($"{Greeting}!");
}
