using FlowSdk.Generators.Tests.Compiling;

namespace FlowSdk.Generators.Tests.Emission;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("string", "a,b", "a,b")]
    [InlineData("string?", "x", "x")]
    [InlineData("bool", "false", false)]
    [InlineData("bool?", "true", true)]
    [InlineData("int", "-3", -3)]
    [InlineData("int?", "7", 7)]
    [InlineData("double", "1e-3", 0.001)]
    [InlineData("DayOfWeek", "friday", DayOfWeek.Friday)]
    [InlineData("char", "x", 'x')]
    public void A_scalar_is_read_by_its_type(string type, string text, object expected) => Read(type, text).ShouldBe(expected);

    [Fact]
    public void Uris_and_versions_are_read()
    {
        Read("Uri", "https://example.org/a").ShouldBe(new Uri("https://example.org/a"));
        Read("Version?", "1.2.3").ShouldBe(new Version(1, 2, 3));
        Read("TimeSpan", "00:01:00").ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("int[]")]
    [InlineData("List<int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("IEnumerable<int>?")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    public void Collections_of_scalars_are_separated_by_commas(string type) =>
        ((IEnumerable<int>)Read(type, "1,2,3")!).ShouldBe([1, 2, 3]);

    [Fact]
    public void A_type_of_the_user_that_parses_itself_is_read() => Read("Celsius", "21", """
        public readonly record struct Celsius(int Degrees) : IParsable<Celsius>
        {
            public static Celsius Parse(string s, IFormatProvider? provider) => new(int.Parse(s, provider));
            public static bool TryParse(string? s, IFormatProvider? provider, out Celsius result) { result = default; return false; }
        }
        """)!.ToString().ShouldBe("Celsius { Degrees = 21 }");

    [Fact]
    public void Help_is_the_attributes_text_else_the_summary()
    {
        var parameters = FlowCompiler.Compile(
            """
            partial class F : Flow
            {
                /// <summary>From the summary.</summary>
                [Parameter(Help = "From the attribute.")] public int A { get; init; }

                /// <summary>
                /// How many <c>rows</c> of <see cref="System.String"/> &lt; 5,
                /// in <paramref name="x"/>.
                /// </summary>
                /// <remarks>Not this.</remarks>
                [Parameter]
                public int B { get; init; }

                /** <summary>In the other style.</summary> */
                [Parameter] public int C { get; init; }

                /// <summary>Broken <b>XML.</summary>
                [Parameter] public int D { get; init; }

                // An ordinary comment.
                [Parameter] public int E { get; init; }

                [Step] public void Only() { }
            }
            """).Definition("F").Parameters;
        parameters.Select(p => p.Help).ShouldBe(
            ["From the attribute.", "How many rows of String < 5, in x.", "In the other style.", "Broken XML.", ""]);
    }

    [Fact]
    public void Defaults_are_shown_as_they_are_written() => FlowCompiler.Compile(
        """
        partial class F : Flow
        {
            [Parameter] public double[] A { get; init; } = [0.1,
                0.01];
            [Parameter] public string B { get; init; } = "x";
            [Parameter] public int C { get; init; }
            [Step] public void Only() { }
        }
        """).Definition("F").Parameters.Select(p => p.DefaultText).ShouldBe(["[0.1, 0.01]", "\"x\"", null]);

    [Fact]
    public void Validation_attributes_are_made_again_or_replaced_by_ones_that_survive_trimming()
    {
        var validators = FlowCompiler.Compile(
            """
            using System.ComponentModel.DataAnnotations;
            partial class F : Flow
            {
                [Parameter, Range(1, 5, ErrorMessage = "{0} is \"odd\""), Even(-2, Name = "n")] public int A { get; init; } = 2;
                [Parameter, MinLength(2), MaxLength(4), Length(1, 3)] public int[] B { get; init; } = [];
                [Parameter, Range(typeof(decimal), "0.5", "1.5")] public decimal C { get; init; } = 1;
                [Parameter, RegularExpression("a\\.b|\n"), AllowedValues("a", null, 1.5f, 'c', DayOfWeek.Friday, typeof(int))] public string? D { get; init; }
                [Step] public void Only() { }
                private sealed class EvenAttribute(long x) : ValidationAttribute { public string? Name { get; set; } public override bool IsValid(object? value) => value is int v && v % x == 0 && Name == "n"; }
            }
            """).Definition("F").Parameters.Select(p => p.Validators).ToArray();
        validators[0].Select(v => v.IsValid(4)).ShouldBe([true, true]);
        validators[0].Select(v => v.IsValid(7)).ShouldBe([false, false]);
        validators[0][0].FormatErrorMessage("A").ShouldBe("A is \"odd\"");
        validators[1].Select(v => v.IsValid(new[] { 1, 2, 3, 4 })).ShouldBe([true, true, false]);
        validators[1].Select(v => v.IsValid(new[] { 1 })).ShouldBe([false, true, true]);
        validators[2].ShouldHaveSingleItem().IsValid(0.4m).ShouldBeFalse();
        validators[2][0].IsValid(1.5m).ShouldBeTrue();
        validators[3].Select(v => v.IsValid("a.b")).ShouldBe([true, false]);
    }

    private static object? Read(string type, string text, string more = "")
    {
        var parameter = FlowCompiler
            .Compile($"partial class F : Flow {{ [Parameter] public {type} P {{ get; init; }} = default!; [Step] public void Only() {{ }} }} {more}")
            .Definition("F").Parameters.ShouldHaveSingleItem();
        var reader = parameter.GetType().GetProperty("Reader")!.GetValue(parameter)!;
        return reader.GetType().GetMethod("Read")!.Invoke(reader, [text]);
    }
}
