using FlowSdk.Runtime.Workers;

namespace FlowSdk.Tests.Runtime;

public sealed class TaskSignsTests
{
    private readonly TaskSigns _signs;
    private int _ended;

    public TaskSignsTests() => _signs = new(() => _ended++);

    [Fact]
    public void A_task_is_over_when_result_and_both_marks_have_come_in_any_order()
    {
        _signs.Next();
        _signs.Show(TaskSigns.ErrorEnded, 1);
        _signs.Show(TaskSigns.ResultCame, 1);
        _ended.ShouldBe(0);

        _signs.Show(TaskSigns.OutputEnded, 1);

        _ended.ShouldBe(1);
    }

    [Fact]
    public void Signs_of_an_earlier_task_mean_nothing()
    {
        _signs.Next();
        _signs.Next();
        foreach (var sign in (int[])[TaskSigns.ResultCame, TaskSigns.OutputEnded, TaskSigns.ErrorEnded])
        {
            _signs.Show(sign, 1);
        }

        _ended.ShouldBe(0);
    }

    [Fact]
    public void A_stream_that_was_closed_is_not_waited_for_again()
    {
        _signs.Next();
        _signs.ShowAlways(TaskSigns.OutputEnded);
        _signs.Show(TaskSigns.ErrorEnded, 1);
        _signs.Show(TaskSigns.ResultCame, 1);
        _signs.Next();
        _signs.Show(TaskSigns.ErrorEnded, 2);
        _signs.Show(TaskSigns.ResultCame, 2);

        _ended.ShouldBe(2);
    }
}
