using System.Globalization;
using FlowSdk.Runtime.Resuming;

namespace FlowSdk.CommandLine;

/// <summary>Shows what a resume is going to do: to standard error, or, when the plan is all that was asked for, to standard output.</summary>
internal static class PlanPresentation
{
    public static void Show(CommandContext context, ResumePlan plan, bool isDryRun)
    {
        var console = context.Console;
        if (isDryRun && context.Json)
        {
            JsonDocumentWriter.Write(console.Out, json => PlanJson.Write(json, plan));
        }
        else if (isDryRun || !context.Quiet)
        {
            Write(isDryRun ? console.Out : console.Error, plan);
        }

        if (plan.IsCodeChanged && plan.Reused.Count > 0 && !context.Quiet)
        {
            console.Error.WriteLine(
                $"warning {FlowErrors.CodeChanged}: The program has been built anew since that run. What is reused is what the code made of it then; '{context.Propose("resume STEP")}' runs a step again, and all that follows it.");
        }

        if (!isDryRun)
        {
            console.Flush();
        }
    }

    private static void Write(TextWriter output, ResumePlan plan)
    {
        var start = plan.Origin.Start;
        output.WriteLine($"Resuming {start.FlowName}/{start.RunId}, which {StatusText(plan.OriginStatus)}:");
        output.WriteLine();
        TextTable.Write(output, ["Step", ">Reused", ">To run", "Why"], plan.Steps.Select(Row));
        output.WriteLine();
    }

    private static string StatusText(RunStatus status) => status switch
    {
        RunStatus.Succeeded => "succeeded",
        RunStatus.Canceled => "was canceled",
        RunStatus.Interrupted => "was interrupted",
        _ => "failed",
    };

    private static string[] Row(StepPlan step) =>
    [
        step.Name,
        step.Reused == 0 ? "" : step.Reused.ToString(CultureInfo.InvariantCulture),
        step.ToRun > 0 ? step.ToRun.ToString(CultureInfo.InvariantCulture) : step.MayRunMore ? "later" : "",
        ReasonText.Of(step),
    ];
}
