using FlowSdk.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;

namespace FlowSdk.Tests.CommandLine;

public sealed class ShowTests
{
    [Fact]
    public void The_tree_shows_foreach_loop_and_choice() => Tree(SampleGraphs.Train).ShouldBe(
        """
        TrainFlow: Trains models.

        Start    start  → each Fit           flow.cs:10  Loads the rows.
        │ Fit           ↺ Fit | → Choose     flow.cs:20  [2 CPUs, 1 GPU]
        Choose   join   → Publish | Discard  flow.cs:30
        Publish         → End                flow.cs:40
        Discard         → End                flow.cs:50
        End      end                         flow.cs:60
        """);

    [Fact]
    public void The_tree_indents_by_the_splits_around_a_step() => Tree(SampleGraphs.Nested).ShouldBe(
        """
        NestedFlow

        Start      start  → Left & Right  flow.cs:10
        │ Left            → each Item     flow.cs:20
        │ │ Item          → Collect       flow.cs:30
        │ Collect  join   → Both          flow.cs:40
        │ Right           → Both          flow.cs:50
        Both       join   → End           flow.cs:60
        End        end                    flow.cs:70
        """);

    [Fact]
    public void The_graph_can_be_drawn_by_Graphviz() => Join(GraphDot.Lines("TrainFlow", FlowGraphs.Require(SampleGraphs.Train))).ShouldBe(
        """
        digraph "TrainFlow" {
          node [shape=box, style=rounded];
          s0 [label="Start", shape=trapezium];
          s1 [label="Fit"];
          s2 [label="Choose", shape=invtrapezium];
          s3 [label="Publish"];
          s4 [label="Discard"];
          s5 [label="End"];
          s0 -> s1 [label="each"];
          s1 -> s1 [label="or"];
          s1 -> s2 [label="or"];
          s2 -> s3 [label="or"];
          s2 -> s4 [label="or"];
          s3 -> s5;
          s4 -> s5;
        }
        """);

    [Fact]
    public void The_graph_can_be_drawn_by_Mermaid() => Join(GraphMermaid.Lines(FlowGraphs.Require(SampleGraphs.Train))).ShouldBe(
        """
        flowchart TD
          s0[/"Start"\]
          s1("Fit")
          s2[\"Choose"/]
          s3("Publish")
          s4("Discard")
          s5("End")
          s0 -->|each| s1
          s1 -->|or| s1
          s1 -->|or| s2
          s2 -->|or| s3
          s2 -->|or| s4
          s3 --> s5
          s4 --> s5
        """);

    [Fact]
    public void The_JSON_document_names_every_step_and_where_its_splits_are_joined()
    {
        using var output = new StringWriter();
        JsonDocumentWriter.Write(output, json => GraphJson.Write(json, SampleGraphs.Nested, FlowGraphs.Require(SampleGraphs.Nested)));
        using var document = System.Text.Json.JsonDocument.Parse(output.ToString());
        var root = document.RootElement;
        root.GetProperty("flow").GetString().ShouldBe("NestedFlow");
        root.GetProperty("start").GetString().ShouldBe("Start");
        root.GetProperty("end").GetString().ShouldBe("End");
        var left = root.GetProperty("steps")[1];
        left.GetProperty("name").GetString().ShouldBe("Left");
        left.GetProperty("line").GetInt32().ShouldBe(20);
        left.GetProperty("transitions")[0].GetProperty("kind").GetString().ShouldBe("foreach");
        left.GetProperty("transitions")[0].GetProperty("join").GetString().ShouldBe("Collect");
    }

    [Fact]
    public void What_steps_read_set_and_merge_stands_below_the_graph() =>
        Join(GraphData.Lines(SampleGraphs.Data, FlowGraphs.Require(SampleGraphs.Data))).ShouldBe(
            """

            Start   reads Rates    sets Best, Rows
            Fit     reads Rows, …
            Choose                                  merges Best
            """);

    [Fact]
    public void A_flow_whose_steps_neither_read_nor_set_has_nothing_below_its_graph() =>
        GraphData.Lines(SampleGraphs.Nested, FlowGraphs.Require(SampleGraphs.Nested)).ShouldBeEmpty();

    [Fact]
    public void The_JSON_document_says_what_steps_read_set_and_merge()
    {
        using var output = new StringWriter();
        JsonDocumentWriter.Write(output, json => GraphJson.Write(json, SampleGraphs.Data, FlowGraphs.Require(SampleGraphs.Data)));
        using var document = System.Text.Json.JsonDocument.Parse(output.ToString());
        var steps = document.RootElement.GetProperty("steps");
        steps[0].GetProperty("sets").EnumerateArray().Select(n => n.GetString()).ShouldBe(["Best", "Rows"]);
        steps[1].GetProperty("complete").GetBoolean().ShouldBeFalse();
        steps[2].GetProperty("merges")[0].GetString().ShouldBe("Best");
    }

    [Fact]
    public void A_wrong_graph_is_told_in_the_words_of_the_compiler()
    {
        var definition = SampleGraphs.Define("EmptyFlow", "");
        var error = Should.Throw<UsageException>(() => FlowGraphs.Require(definition)).Errors.ShouldHaveSingleItem();
        error.Id.ShouldBe("FLOW0021");
        error.Message.ShouldBe("Flow 'EmptyFlow' has no step. Mark a method that returns Next, or void for the end, with [Step].");
        ExitCodes.Of(error.Id).ShouldBe(3);
    }

    private static string Tree(FlowDefinition definition) => Join(GraphTree.Lines(definition, FlowGraphs.Require(definition)));

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);
}
