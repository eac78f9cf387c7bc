using FlowSdk.Runtime.Scheduling;

namespace FlowSdk.Tests.Scheduling;

public sealed class LimitTests
{
    [Fact]
    public void No_more_tasks_run_than_there_are_workers()
    {
        var play = new Play(Graphs.ForEach, maxWorkers: 2).Begin().Succeed(1, count: 3);

        play.Running.ShouldBe("A/2 A/3");
        play.Succeed(2).Running.ShouldBe("A/3 B/4");
    }

    [Fact]
    public void A_step_runs_no_more_tasks_than_its_concurrency()
    {
        var play = new Play(Graphs.ForEach, steps: s => s["A"] = new StepLimits { MaxConcurrency = 2 }).Begin().Succeed(1, count: 4);

        play.Running.ShouldBe("A/2 A/3");
        play.Succeed(3).Running.ShouldBe("A/2 B/4 A/5");
    }

    [Theory]
    [InlineData(1.5, 0, 0, 2)]
    [InlineData(0.1, 0, 0, 9)]
    [InlineData(0, 400, 0, 2)]
    [InlineData(0, 0, 1, 4)]
    [InlineData(1, 500, 2, 2)]
    public void Tasks_are_packed_into_what_the_machine_has(double cpu, int memoryMb, int gpu, int running)
    {
        var play = new Play(
            Graphs.ForEach,
            steps: s => s["A"] = new StepLimits { Cpu = cpu, MemoryMb = memoryMb, Gpu = gpu },
            options: o => o with { Cpus = 3, MemoryMb = 1000, Gpus = 4 });

        play.Begin().Succeed(1, count: 9);

        play.Starts.Count.ShouldBe(1 + running);
        play.Starts.Skip(1).ShouldAllBe(s => s.Gpus == gpu);
    }

    [Fact]
    public void Tenths_of_a_processor_add_up_to_exactly_one()
    {
        var play = new Play(Graphs.ForEach, steps: s => s["A"] = new StepLimits { Cpu = 0.1 }, options: o => o with { Cpus = 1 });

        play.Begin().Succeed(1, count: 11).Starts.Count.ShouldBe(1 + 10);
    }

    [Fact]
    public void A_task_that_needs_more_than_there_is_runs_when_all_is_free()
    {
        var play = new Play(
            Graphs.BigBesideSmall,
            steps: s => (s["Big"], s["Small"]) = (new StepLimits { Cpu = 99, MemoryMb = 99_000 }, new StepLimits { Cpu = 1 }),
            options: o => o with { Cpus = 2, MemoryMb = 1000 });

        play.Begin().Succeed(1).Succeed(3);

        play.Running.ShouldBe("Many/2 Big/4");
        play.Succeed(2, count: 2).Running.ShouldBe("Big/4");
        play.Succeed(4).Running.ShouldBe("Small/5 Small/6");
    }

    [Fact]
    public void Without_gpu_tasks_get_none_and_wait_for_none()
    {
        var play = new Play(
            Graphs.ForEach,
            steps: s => s["A"] = new StepLimits { Gpu = 8 },
            options: o => o with { WithoutGpu = true, Gpus = 0 });

        play.Begin().Succeed(1, count: 3).Running.ShouldBe("A/2 A/3 A/4");
        play.Starts.ShouldAllBe(s => s.Gpus == 0);
    }

    [Fact]
    public void A_step_that_needs_more_gpus_than_there_are_is_refused()
    {
        var play = () => new Play(Graphs.Linear, steps: s => s["A"] = new StepLimits { Gpu = 2 }, options: o => o with { Gpus = 1 });

        play.ShouldThrow<ArgumentException>().Message.ShouldStartWith("Step A needs more GPUs than there are.");
    }

    [Fact]
    public void Small_tasks_use_what_a_big_one_leaves_over()
    {
        var play = BigAmongSmall();

        play.Running.ShouldBe("Small/4 Small/5 Small/6 Small/8");
        play.Succeed(4).Running.ShouldBe("Small/5 Small/6 Small/8 Small/9");
    }

    [Fact]
    public void A_big_task_is_not_starved_by_small_ones()
    {
        var play = BigAmongSmall();
        var ended = 0;
        while (play.Running != "Big/7")
        {
            play.Succeed(play.FirstRunning("Small"));
            ended++;
        }

        // Passed over 32 times, eight for each worker, the first time before the loop; then the four that still run must end.
        ended.ShouldBe(31 + 4);
    }

    [Fact]
    public void What_does_not_put_off_a_big_task_still_starts_while_room_is_kept_for_it()
    {
        var graph = new GraphByHand("Start", "OnGpu", "OnCpu", "Early", "Big", "Gpu", "GpuJoin", "Cpu", "CpuJoin", "Join", "End")
            .Branch("Start", ["OnGpu", "OnCpu", "Early"], "Join")
            .ForEach("OnGpu", "Gpu", "GpuJoin").To("Gpu", "GpuJoin").To("GpuJoin", "Join")
            .ForEach("OnCpu", "Cpu", "CpuJoin").To("Cpu", "CpuJoin").To("CpuJoin", "Join")
            .To("Early", "Big").To("Big", "Join").To("Join", "End").Build();
        var play = new Play(
            graph,
            maxWorkers: 4,
            steps: s => (s["Gpu"], s["Big"]) = (new StepLimits { Cpu = 0, Gpu = 1 }, new StepLimits { Cpu = 0, Gpu = 2 }),
            options: o => o with { Gpus = 2 });
        play.Begin().Succeed(1).Succeed(2, count: 1000).Succeed(3, count: 1000).Succeed(4);
        play.Running.ShouldBe("Gpu/5 Gpu/6 Cpu/7 Cpu/9");
        for (var i = 0; i < 31; i++)
        {
            play.Succeed(play.FirstRunning("Gpu"));
        }

        play.RunningSteps.ShouldBe("Cpu Cpu Gpu Gpu");
        play.Succeed(play.FirstRunning("Gpu")).RunningSteps.ShouldBe("Cpu Cpu Gpu");
        play.Succeed(play.FirstRunning("Cpu")).RunningSteps.ShouldBe("Cpu Gpu Cpu");
        play.Succeed(play.FirstRunning("Gpu")).RunningSteps.ShouldBe("Cpu Cpu Big Cpu");
    }

    // Big needs both processors; small ones, of which there is almost no end, need half a one.
    private static Play BigAmongSmall()
    {
        var small = new StepLimits { Cpu = 0.5 };
        return new Play(
                Graphs.BigBesideSmall,
                maxWorkers: 4,
                steps: s => (s["Big"], s["Small"], s["Many"], s["Early"]) = (new StepLimits { Cpu = 2 }, small, small, small),
                options: o => o with { Cpus = 2 })
            .Begin().Succeed(1).Succeed(2, count: 1000).Succeed(3);
    }
}
