using FlowSdk.Hosting;
using FlowSdk.Tests.Samples;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowSdk.Tests.Hosting;

public sealed class FlowAppBuilderTests
{
    [Fact]
    public async Task A_host_that_nobody_asked_for_is_not_made()
    {
        await using var host = new FlowHost();
        await host.StartAsync(CancellationToken.None);
        host.IsConfigured.ShouldBeFalse();
        host.FindLogging().ShouldBeNull();
    }

    [Fact]
    public async Task Services_are_found_by_whoever_asks()
    {
        await using var host = new FlowHost();
        host.Builder.Services.AddSingleton("a service");
        host.Services.GetRequiredService<string>().ShouldBe("a service");
        ((IServiceProvider)host).GetService(typeof(string)).ShouldBe("a service");
    }

    [Fact]
    public async Task Hosted_services_start_and_stop_with_the_runner()
    {
        var service = new CountingService();
        var host = new FlowHost();
        host.Builder.Services.AddSingleton<IHostedService>(service);
        await host.StartAsync(CancellationToken.None);
        service.Started.ShouldBe(1);
        await host.DisposeAsync();
        service.Stopped.ShouldBe(1);
    }

    [Fact]
    public async Task Hosted_services_do_not_start_when_only_a_service_is_needed()
    {
        var service = new CountingService();
        await using var host = new FlowHost();
        host.Builder.Services.AddSingleton<IHostedService>(service);
        host.Services.GetRequiredService<IHostedService>().ShouldBe(service);
        service.Started.ShouldBe(0);
    }

    [Fact]
    public async Task Logging_is_the_program_s_own_only_when_it_was_set_up()
    {
        var host = new FlowHost();
        var builder = new FlowAppBuilder(host, []);
        builder.Services.ShouldNotBeNull();
        host.FindLogging().ShouldBeNull();
        builder.Logging.ShouldNotBeNull();
        host.FindLogging().ShouldNotBeNull();
        await host.DisposeAsync();
    }

    [Fact]
    public void The_command_line_is_no_configuration() =>
        FlowApp.CreateBuilder(["run", "--answer", "42"]).Configuration["answer"].ShouldBeNull();

    [Fact]
    public void A_flow_is_added_once() =>
        Should.Throw<ArgumentException>(() => FlowApp.CreateBuilder([]).AddFlow<HandWrittenFlow>().AddFlow<HandWrittenFlow>());

    [Fact]
    public async Task A_program_without_flows_says_so() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => FlowApp.CreateBuilder([]).Build().RunAsync())).Message
            .ShouldBe("No flow was added. Call AddFlow<TFlow>() on the builder before Build().");

    [Fact]
    public void The_builder_is_an_application_builder()
    {
        IHostApplicationBuilder builder = FlowApp.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection([new("Parameters:Title", "x")]);
        builder.Properties.ShouldBeEmpty();
        builder.Environment.EnvironmentName.ShouldNotBeNullOrEmpty();
        builder.Metrics.Services.ShouldBe(builder.Services);
    }

    private sealed class CountingService : IHostedService
    {
        public int Started { get; private set; }

        public int Stopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started++;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Stopped++;
            return Task.CompletedTask;
        }
    }
}
