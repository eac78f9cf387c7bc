using FlowSdk.CommandLine;

namespace FlowSdk.Tests.CommandLine;

public sealed class ShortTypeNameTests
{
    [Theory]
    [InlineData("int", "int")]
    [InlineData("global::System.Guid", "Guid")]
    [InlineData("System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<int?>>", "Dictionary<string, List<int?>>")]
    [InlineData("(int Count, My.データ.Tree? Root)[,]", "(int Count, Tree? Root)[,]")]
    public void Namespaces_are_left_out(string name, string expected) => ShortTypeName.Of(name).ShouldBe(expected);
}
