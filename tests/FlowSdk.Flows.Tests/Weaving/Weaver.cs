using System.Globalization;
using System.Text;

namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>Writes a flow's source from a shape and a body.</summary>
internal static class Weaver
{
    public static string NameOf(Shape shape, Body body) => $"{shape.Name}_{body.Name}";

    public static string Weave(Shape shape, Body body)
    {
        var name = NameOf(shape, body);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"public sealed partial class {name} : Flow");
        text.AppendLine("{");
        text.AppendLine(shape.Members);
        text.AppendLine(body.Members);
        foreach (var step in shape.Steps)
        {
            var part = body.Parts.FirstOrDefault(p => p.Qualifier == "all" || step.Qualifiers.Contains(p.Qualifier));
            var attributes = part.Qualifier is { } qualifier && body.Attributes.TryGetValue(qualifier, out var more) ? $", {more}" : "";
            var parameters = string.Join(", ", new[] { step.Parameters, body.Parameters }.Where(p => p.Length > 0));
            text.AppendLine(CultureInfo.InvariantCulture, $"[Step{attributes}]");
            text.AppendLine(CultureInfo.InvariantCulture, $"public {(step.Code.Length == 0 ? "void" : "Next")} {step.Name}({parameters.Replace("TFlow", name, StringComparison.Ordinal)})");
            text.AppendLine("{");
            text.AppendLine(part.Code);
            text.AppendLine(step.Code);
            text.AppendLine("}");
        }

        text.AppendLine("}");
        return text.ToString();
    }

    public static string Program(IEnumerable<(Shape Shape, Body Body)> flows)
    {
        var text = new StringBuilder();
        text.AppendLine("using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using FlowSdk; using FlowSdk.Flows;");
        text.AppendLine("var builder = FlowApp.CreateBuilder(args);");
        var sources = new StringBuilder();
        foreach (var (shape, body) in flows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"builder.AddFlow<{NameOf(shape, body)}>();");
            sources.AppendLine(Weave(shape, body));
        }

        return text.AppendLine("return await builder.Build().RunAsync();").Append(sources).ToString();
    }
}
