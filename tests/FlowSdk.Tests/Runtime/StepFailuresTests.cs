using FlowSdk.Generated;
using FlowSdk.Runtime.Execution;

namespace FlowSdk.Tests.Runtime;

public sealed class StepFailuresTests
{
    private static readonly StepDefinition Step = new("Step") { Retry = new() { Except = [typeof(ArgumentException)] } };

    [Fact]
    public void An_exception_may_be_retried_unless_the_step_excepts_it()
    {
        Of(new InvalidOperationException("x")).MayRetry.ShouldBeTrue();
        Of(new ArgumentNullException("x")).MayRetry.ShouldBeFalse();
    }

    [Fact]
    public void Mistakes_in_the_use_of_the_SDK_are_not_retried_and_those_of_the_store_are()
    {
        Of(new FlowException(FlowErrors.InvalidTransition, "x")).MayRetry.ShouldBeFalse();
        Of(new FlowException(FlowErrors.StoreFull, "x")).MayRetry.ShouldBeTrue();
    }

    [Fact]
    public void An_exception_whose_own_text_throws_is_told_all_the_same()
    {
        var failure = Of(new MalignException()).Reason;

        failure.Type.ShouldBe("FlowSdk.Tests.Runtime.StepFailuresTests+MalignException");
        failure.Message.ShouldStartWith("(the exception's own text could not be had: System.NotSupportedException)");
    }

    [Fact]
    public void An_enormous_text_is_cut_in_its_middle()
    {
        var failure = Of(new InvalidOperationException("begin" + new string('x', 10_000_000) + "end")).Reason;

        failure.Message.Length.ShouldBeLessThan(8300);
        failure.Message.ShouldStartWith("beginxxx");
        failure.Message.ShouldEndWith("xxxend");
        failure.Message.ShouldContain("… (9991816 characters left out) …");
        failure.StackTrace.Length.ShouldBeLessThan(132_000);
    }

    [Fact]
    public void What_called_the_step_is_left_out_of_its_stack() =>
        StackText.WithoutCallers(
            """
            System.InvalidOperationException: at the gate
             ---> System.IO.IOException: no
               at FlowSdk.Client.LogLines.Read()
               --- End of inner exception stack trace ---
               at TrainFlow.Fit(Double rate) in /flows/train.cs:line 31
               at MyFilterAttribute.InvokeAsync(StepContext context, StepDelegate next) in /flows/train.cs:line 90
               at TrainFlow.__Definition.DispatchAsync(TrainFlow flow, Int32 step, StepCall call) in /obj/TrainFlow.g.cs:line 145
               at FlowSdk.Runtime.Execution.TaskExecutor.RunAsync(TaskAssignment task)
            """).ShouldBe(
            """
            System.InvalidOperationException: at the gate
             ---> System.IO.IOException: no
               at FlowSdk.Client.LogLines.Read()
               --- End of inner exception stack trace ---
               at TrainFlow.Fit(Double rate) in /flows/train.cs:line 31
               at MyFilterAttribute.InvokeAsync(StepContext context, StepDelegate next) in /flows/train.cs:line 90
            """);

    [Fact]
    public void A_step_that_stops_because_it_was_asked_to_is_canceled()
    {
        var token = new CancellationToken(canceled: true);

        StepFailures.Of(new TaskCanceledException(), Step, token).Reason.Kind.ShouldBe(FailureKind.Canceled);
        Of(new TaskCanceledException()).Reason.Kind.ShouldBe(FailureKind.Exception);
    }

    private static TaskResult.Failure Of(Exception exception) => StepFailures.Of(exception, Step, CancellationToken.None);

    private sealed class MalignException : Exception
    {
        public override string Message => throw new NotSupportedException();

        public override string? StackTrace => throw new NotSupportedException();

        public override string ToString() => throw new NotSupportedException();
    }
}
