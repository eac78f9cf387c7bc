using System.Globalization;
using FlowSdk.Bench.Typing;

// What a key press costs in an editor: `dotnet run --project bench/Typing -c Release -- [STEPS] [FILES]`.
var steps = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
var files = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 500;
Console.WriteLine($"a flow of {steps} steps among {files} files, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
Console.WriteLine();
Console.WriteLine($"{"milliseconds an edit",-44} {"generator",10} {"analyzers",10} {"together",10} {"compiler",10}");
foreach (var (what, file) in new[] { ("in a method of another file", TypedProject.Other), ("in the body of a step", TypedProject.Flow) })
{
    var cost = new EditCost(new TypedProject(steps, files)).Measure(file);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-44} {cost.Generator,10:0.0} {cost.Analyzers,10:0.0} {cost.Generator + cost.Analyzers,10:0.0} {cost.Compiler,10:0.0}"));
}
