using FlowSdk.Generated;
using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class SampleFlowTests
{
    private static readonly CompiledFlow Compiled = FlowCompiler.Compile(SampleFlow.Source + SampleFlow.StandIns);

    [Fact]
    public void The_sample_of_the_design_compiles_without_a_warning() => Compiled.Diagnostics.ShouldBeEmpty();

    [Fact]
    public void It_is_written_in_three_files() =>
        Compiled.Files.Keys.ShouldBe(["TrainFlow.g.cs", "TrainFlow.Sources.g.cs", "TrainFlow.Codecs.g.cs"], ignoreOrder: true);

    [Fact]
    public void Its_definition_names_steps_and_targets_in_order()
    {
        var definition = Compiled.Definition("TrainFlow");
        definition.Name.ShouldBe("TrainFlow");
        definition.Summary.ShouldBe("Trains one model per learning rate and keeps the best.");
        definition.ConstructorNeedsServices.ShouldBeFalse();
        definition.Steps.Select(s => $"{s.Name}{(s.IsJoin ? "*" : "")}: {string.Join(" | ", s.Transitions.Select(t => string.Join(", ", t.Targets)))}").ShouldBe(
            ["Start: Train", "Train: Choose", "Choose*: Publish | Discard", "Publish: End", "Discard: End", "End: "]);
    }

    [Fact]
    public void Attributes_of_a_step_are_made_again()
    {
        var train = Compiled.Definition("TrainFlow").Steps[1];
        train.Resources.ShouldNotBeNull().Cpu.ShouldBe(2);
        train.Resources.Gpu.ShouldBe(1);
        train.Retry.ShouldNotBeNull().Times.ShouldBe(2);
        train.Timeout.ShouldNotBeNull().Minutes.ShouldBe(30);
        train.Concurrency.ShouldBeNull();
    }

    [Fact]
    public void Artifacts_are_described_with_their_types() =>
        Compiled.Definition("TrainFlow").Artifacts.Select(a => $"{a.Name} {a.TypeName} {a.IsNullable}")
            .ShouldBe(["Data Dataset False", "Model Model False", "Accuracy double False"]);

    [Fact]
    public void Parameters_are_described_with_option_help_and_default()
    {
        var parameters = Compiled.Definition("TrainFlow").Parameters;
        parameters.Select(p => $"--{p.Option} {p.TypeName} required={p.IsRequired} default={p.DefaultText}: {p.Help}").ShouldBe(
        [
            "--learning-rates double[] required=False default=[0.1, 0.01]: Learning rates to try",
            "--input string required=True default=: CSV file with the training rows",
        ]);
        ((ParameterDefinition<double[]>)parameters[0]).Reader.Read("1,0.5").ShouldBe([1, 0.5]);
    }

    [Fact]
    public void Sources_tell_lines_reads_and_sets() =>
        Compiled.Definition("TrainFlow").Sources().Select(s => $"{s.File}:{s.Line} reads {string.Join(",", s.Reads)} sets {string.Join(",", s.Sets)} {s.IsComplete}").ShouldBe(
        [
            "Flow.cs:18 reads Input,LearningRates sets Data True",
            "Flow.cs:25 reads Data,Model sets Accuracy,Model True",
            "Flow.cs:33 reads Accuracy,Model sets Accuracy,Model True",
            "Flow.cs:40 reads  sets  True",
            "Flow.cs:41 reads  sets  True",
            "Flow.cs:42 reads Accuracy sets  True",
        ]);

    [Fact]
    public void The_output_is_the_same_each_time()
    {
        var again = FlowCompiler.Compile(SampleFlow.Source + SampleFlow.StandIns);
        again.Files.ShouldBe(Compiled.Files);
    }
}
