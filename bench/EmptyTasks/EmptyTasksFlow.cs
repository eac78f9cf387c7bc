using FlowSdk;

namespace EmptyTasks;

/// <summary>A foreach whose tasks do nothing but set an artifact.</summary>
public sealed partial class EmptyTasksFlow : Flow
{
    [Parameter]
    public int Tasks { get; init; } = 10_000;

    [Artifact]
    public partial int Number { get; set; }

    [Step]
    public Next Start() => ForEach(Enumerable.Range(0, Tasks), Work);

    [Step]
    public Next Work(int number)
    {
        Number = number;
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<EmptyTasksFlow> inputs)
    {
        Number = inputs.Count;
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine(Number);
}
