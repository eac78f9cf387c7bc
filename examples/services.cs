using FlowSdk;
using Microsoft.Extensions.DependencyInjection;

var builder = FlowApp.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddTransient<Greeter>();
builder.AddFlow<ServicesFlow>();
return await builder.Build().RunAsync();

/// <summary>A flow with a service in its constructor, and a step with one of its own.</summary>
public sealed partial class ServicesFlow(Greeter greeter) : Flow
{
    [Artifact]
    public partial string Greeting { get; set; }

    [Step]
    public Next Start()
    {
        Greeting = greeter.Greet("Ada");
        return To(End);
    }

    [Step]
    public void End([FromServices] TimeProvider time) => Console.WriteLine($"{Greeting}! It is {time.GetLocalNow():HH:mm}.");
}

public sealed class Greeter(TimeProvider time)
{
    public string Greet(string name) => $"{(time.GetLocalNow().Hour < 12 ? "Good morning" : "Good day")}, {name}";
}
