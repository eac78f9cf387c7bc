namespace FlowSdk.Flows.Tests.Weaving;

/// <summary>The graphs of the matrix: the fifteen of the reference system's own suite, and some that nest them further.</summary>
internal static class Shapes
{
    private const string NoInputs = "";
    private const string Inputs = "Inputs<TFlow> inputs";

    public static readonly Shape[] All =
    [
        new("Linear", "",
        [
            new("Start", "", "return To(A);", "start", "singleton"),
            new("A", "", "return To(End);", "singleton", "linear"),
            new("End", "", "", "end", "singleton"),
        ], 3),

        new("Branch", "",
        [
            new("Start", "", "return To(A, B);", "start", "split-and"),
            new("A", "", "return To(J);", "linear"),
            new("B", "", "return To(J);", "linear"),
            new("J", Inputs, "return To(End);", "join"),
            new("End", "", "", "end"),
        ], 5),

        new("NestedBranches", "", NestedBranches(), 23),

        new("Foreach", "",
        [
            new("Start", "", "return To(Split);", "start"),
            new("Split", "", "return ForEach(new[] { 1, 2, 3 }, First);", "foreach-split"),
            new("First", "int item", "return To(Second);", "foreach-inner", "linear"),
            new("Second", "", "return To(J);", "foreach-inner", "linear"),
            new("J", Inputs, "return To(End);", "join", "foreach-join"),
            new("End", "", "", "end"),
        ], 10),

        new("SmallForeach", "",
        [
            new("Start", "", "return To(Split);", "start"),
            new("Split", "", "return ForEach(new[] { 1, 2, 3 }, Inner);", "foreach-split"),
            new("Inner", "int item", "return To(J);", "foreach-inner", "linear"),
            new("J", Inputs, "return To(End);", "join", "foreach-join"),
            new("End", "", "", "end"),
        ], 7),

        new("NestedForeach", "",
        [
            new("Start", "", "return To(X);", "start"),
            new("X", "", "return ForEach(\"abc\", Y);", "foreach-split"),
            new("Y", "char item", "return ForEach(\"de\", Z);", "foreach-split"),
            new("Z", "char item", "return ForEach(\"fghijk\", Inner);", "foreach-split"),
            new("Inner", "char item", "return To(JoinZ);", "foreach-inner", "linear"),
            new("JoinZ", Inputs, "return To(JoinY);", "join"),
            new("JoinY", Inputs, "return To(JoinX);", "join"),
            new("JoinX", Inputs, "return To(End);", "join"),
            new("End", "", "", "end"),
        ], 58),

        new("Gang", "",
        [
            new("Start", "", "return To(Split);", "start"),
            new("Split", "", "return InParallel(4, Inner);", "gang-split"),
            new("Inner", "Gang gang", "return To(J);", "gang-member", "linear"),
            new("J", Inputs, "return To(End);", "join"),
            new("End", "", "", "end"),
        ], 8),

        new("Switch", "[Artifact] public partial string Condition { get; set; }",
        [
            new("Start", "", "Condition = \"case2\"; return To(Choose);", "start"),
            new("Choose", "", "return Condition switch { \"case1\" => To(A), \"case2\" => To(B), _ => To(C) };"),
            new("A", "", "return To(End);", "not-taken"),
            new("B", "", "return To(End);"),
            new("C", "", "return To(End);", "not-taken"),
            new("End", "", "", "end"),
        ], 4),

        new("NestedSwitch", "[Parameter] public string Condition1 { get; init; } = \"case1\"; [Parameter] public string Condition2 { get; init; } = \"case2\";",
        [
            new("Start", "", "return Condition1 == \"case1\" ? To(Second) : To(B);", "start"),
            new("Second", "", "if (Condition2 == \"case1\") { return To(C); } return To(D);"),
            new("B", "", "return To(End);", "not-taken"),
            new("C", "", "return To(End);", "not-taken"),
            new("D", "", "return To(End);"),
            new("End", "", "", "end"),
        ], 4),

        new("SwitchInBranch", "[Parameter] public string Condition { get; init; } = \"case1\";",
        [
            new("Start", "", "return To(A, B);", "start", "split-and"),
            new("A", "", "return Condition == \"case1\" ? To(C) : To(D);"),
            new("B", "", "return To(J);", "linear"),
            new("C", "", "return To(J);", "linear"),
            new("D", "", "return To(J);", "not-taken"),
            new("J", Inputs, "return To(End);", "join"),
            new("End", "", "", "end"),
        ], 6),

        new("SwitchInForeach", "",
        [
            new("Start", "", "return ForEach(new[] { \"a\", \"b\", \"a\" }, Process);", "start", "foreach-split"),
            new("Process", "string item", "return item == \"a\" ? To(HandleA) : To(HandleB);", "foreach-inner"),
            new("HandleA", "", "return To(J);", "foreach-inner"),
            new("HandleB", "", "return To(J);", "foreach-inner"),
            new("J", Inputs, "return To(End);", "join", "foreach-join"),
            new("End", "", "", "end"),
        ], 9),

        new("BranchInSwitch", "[Parameter] public string Mode { get; init; } = \"process\";",
        [
            new("Start", "", "return Mode == \"process\" ? To(Process) : To(Skip);", "start"),
            new("Process", "", "return To(P1, P2);", "split-and"),
            new("P1", "", "return To(J);", "linear"),
            new("P2", "", "return To(J);", "linear"),
            new("J", Inputs, "return To(End);", "join"),
            new("Skip", "", "return To(End);", "not-taken"),
            new("End", "", "", "end"),
        ], 6),

        new("ForeachInSwitch", "[Parameter] public string Mode { get; init; } = \"process\";",
        [
            new("Start", "", "return Mode == \"process\" ? To(Process) : To(Skip);", "start"),
            new("Process", "", "return ForEach(new[] { \"item_1\", \"item_2\" }, Work);", "foreach-split"),
            new("Work", "string item", "return To(J);", "foreach-inner", "linear"),
            new("J", Inputs, "return To(End);", "join", "foreach-join"),
            new("Skip", "", "return To(End);", "not-taken"),
            new("End", "", "", "end"),
        ], 6),

        new("Recursive", "[Artifact] public partial int LoopCount { get; set; }",
        [
            new("Start", "", "LoopCount = 0; return To(Loop);", "start"),
            new("Loop", "", "LoopCount++; return LoopCount < 10 ? To(Loop) : To(Exit);", "loop"),
            new("Exit", "", "return To(End);"),
            new("End", "", "", "end"),
        ], 13),

        new("RecursiveInForeach", "[Artifact] public partial int LoopCount { get; set; }",
        [
            new("Start", "", "return ForEach(new[] { 2, 4, 3 }, StartLoop);", "start", "foreach-split"),
            new("StartLoop", "int item", "LoopCount = item; return To(Loop);", "foreach-inner"),
            new("Loop", "", "LoopCount--; return LoopCount > 0 ? To(Loop) : To(Exit);", "loop"),
            new("Exit", "", "return To(J);", "foreach-inner"),
            new("J", Inputs, "return To(End);", "join", "foreach-join"),
            new("End", "", "", "end"),
        ], 18),

        new("LoopAroundBranch", "[Artifact] public partial int Round { get; set; }",
        [
            new("Start", "", "Round = 0; return To(Split);", "start"),
            new("Split", "", "Round++; return To(A, B);", "split-and", "loop"),
            new("A", "", "return To(J);", "linear"),
            new("B", "", "return To(J);", "linear"),
            new("J", Inputs, "Round = inputs[0].Round; return Round < 3 ? To(Split) : To(End);", "join"),
            new("End", "", "", "end"),
        ], 14),

        new("GangInBranchInForeach", "",
        [
            new("Start", "", "return ForEach(new[] { 1, 2 }, Fork);", "start", "foreach-split"),
            new("Fork", "int item", "return To(Left, Right);", "foreach-inner", "split-and"),
            new("Left", "", "return InParallel(2, Member);", "gang-split"),
            new("Member", "Gang gang", "return To(JoinGang);", "gang-member", "linear"),
            new("JoinGang", Inputs, "return To(JoinFork);", "join"),
            new("Right", "", "return To(JoinFork);", "linear"),
            new("JoinFork", Inputs, "return To(J);", "join"),
            new("J", Inputs, "return To(End);", "join"),
            new("End", "", "", "end"),
        ], 17),
    ];

    private static ShapeStep[] NestedBranches()
    {
        List<ShapeStep> steps = [new("Start", NoInputs, "return To(A, B);", "start", "split-and")];
        foreach (var one in "AB")
        {
            steps.Add(new($"{one}", "", $"return To({one}A, {one}B);", "split-and"));
            foreach (var two in "AB")
            {
                steps.Add(new($"{one}{two}", "", $"return To({one}{two}A, {one}{two}B);", "split-and"));
                steps.Add(new($"{one}{two}A", "", $"return To(Join{one}{two});", "linear"));
                steps.Add(new($"{one}{two}B", "", $"return To(Join{one}{two});", "linear"));
                steps.Add(new($"Join{one}{two}", Inputs, $"return To(Join{one});", "join"));
            }

            steps.Add(new($"Join{one}", Inputs, "return To(Join);", "join"));
        }

        return [.. steps, new("Join", Inputs, "return To(End);", "join"), new("End", "", "", "end")];
    }
}
