using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class ArtifactTests
{
    [Theory]
    [InlineData("public partial (int Count, string? Name) A { get; set; }", "(int Count, string? Name)", false)]
    [InlineData("public partial (int Count, string Name)? A { get; set; }", "(int Count, string Name)?", true)]
    [InlineData("public partial List<string?> A { get; set; }", "System.Collections.Generic.List<string?>", false)]
    [InlineData("public partial List<string>? A { get; set; }", "System.Collections.Generic.List<string>?", true)]
    [InlineData("public partial int? A { get; set; }", "int?", true)]
    [InlineData("public partial string?[]? A { get; set; }", "string?[]?", true)]
    [InlineData("public partial int[,][] A { get; set; }", "int[,][]", false)]
    [InlineData("protected internal partial DateTime A { get; private set; }", "System.DateTime", false)]
    [InlineData("private partial nint A { get; set; }", "nint", false)]
    [InlineData("partial double A { set; get; }", "double", false)]
    [InlineData("public virtual partial int A { protected get; set; }", "int", false)]
    [InlineData("public new partial int A { get; set; }", "int", false)]
    public void The_other_part_repeats_type_and_modifiers(string property, string type, bool isNullable)
    {
        var artifact = FlowCompiler.Compile(
            $"abstract partial class B : Flow {{ public int A {{ get; set; }} }} partial class F : {(property.Contains("new") ? "B" : "Flow")} {{ [Artifact] {property} [Step] public void Only() {{ }} }}")
            .Definition("F").Artifacts.ShouldHaveSingleItem();
        artifact.Name.ShouldBe("A");
        artifact.TypeName.ShouldBe(type);
        artifact.IsNullable.ShouldBe(isNullable);
        artifact.IsReadOnly.ShouldBeFalse();
    }

    [Fact]
    public void A_promise_not_to_mutate_is_kept() => FlowCompiler
        .Compile("partial class F : Flow { [Artifact(ReadOnly = true)] public partial int[] A { get; set; } [Step] public void Only() { } }")
        .Definition("F").Artifacts[0].IsReadOnly.ShouldBeTrue();

    [Fact]
    public void A_codec_on_the_property_is_made() => FlowCompiler.Compile(
        """
        using System.Buffers;
        partial class F : Flow
        {
            [Artifact, ArtifactCodec(typeof(Codec))] public partial System.IO.Stream A { get; set; }
            [Step] public void Only() { }
            private sealed class Codec : IArtifactCodec<System.IO.Stream>
            {
                public void Encode(System.IO.Stream value, IBufferWriter<byte> output) { }
                public System.IO.Stream Decode(ReadOnlySequence<byte> input) => System.IO.Stream.Null;
            }
        }
        """).Definition("F").Artifacts[0].ShouldBeOfType<FlowSdk.Generated.ArtifactInfo<Stream>>().CustomCodec.ShouldNotBeNull();

    [Fact]
    public void Code_that_knows_no_nullability_compiles() => FlowCompiler.Compile(
        "#nullable disable\npartial class F : Flow { [Artifact] public partial string A { get; set; } [Artifact] public partial List<string> B { get; set; } [Parameter] public string P { get; init; } [Step] public void Only() { } }")
        .Definition("F").Artifacts.Select(a => a.IsNullable).ShouldBe([false, false]);
}
