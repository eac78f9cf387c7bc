namespace FlowSdk.Generators.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_library_is_referenced() => typeof(Flow).Namespace.ShouldBe("FlowSdk");
}
