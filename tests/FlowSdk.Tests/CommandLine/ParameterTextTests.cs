using System.Collections.Immutable;
using FlowSdk.Generated;

namespace FlowSdk.Tests.CommandLine;

public sealed class ParameterTextTests
{
    private enum Shade
    {
        Light,
        Dark,
    }

    [Fact]
    public void Text_is_taken_as_it_stands() => ParameterText.String().Read(" a,b ").ShouldBe(" a,b ");

    [Theory]
    [InlineData("true", true)]
    [InlineData("YES", true)]
    [InlineData("1", true)]
    [InlineData("off", false)]
    [InlineData("False", false)]
    public void Truth_is_understood_in_several_words(string text, bool expected) => ParameterText.Boolean().Read(text).ShouldBe(expected);

    [Fact]
    public void Numbers_are_read_with_a_point_on_every_machine() => ParameterText.Parsable<double>().Read("0.5").ShouldBe(0.5);

    [Fact]
    public void A_fraction_with_a_comma_is_refused_and_not_read_as_thousands() =>
        Should.Throw<FormatException>(() => ParameterText.Parsable<double>().Read("0,5")).Message
            .ShouldBe("write fractions with a point and without separators of thousands");

    [Fact]
    public void A_number_that_is_too_large_is_out_of_range() =>
        Should.Throw<FormatException>(() => ParameterText.Parsable<int>().Read("3000000000")).Message.ShouldBe("the value is out of range");

    [Fact]
    public void A_time_that_ends_in_Z_stays_UTC()
    {
        var time = ParameterText.Parsable<DateTime>().Read("2026-01-31T12:00:00Z");
        time.ShouldBe(new DateTime(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc));
        time.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Members_of_an_enum_are_read_by_name_in_any_case() => ParameterText.Enum<Shade>().Read("dark").ShouldBe(Shade.Dark);

    [Theory]
    [InlineData("grey")]
    [InlineData("1")]
    [InlineData("")]
    public void What_is_no_name_of_the_enum_is_refused(string text) => Should.Throw<FormatException>(() => ParameterText.Enum<Shade>().Read(text));

    [Fact]
    public void An_enum_says_its_names() => ParameterText.Enum<Shade>().Expected.ShouldBe("one of Light, Dark");

    [Fact]
    public void Empty_text_is_null_for_a_nullable() => ParameterText.Nullable(ParameterText.Parsable<int>()).Read("").ShouldBeNull();

    [Fact]
    public void Elements_are_separated_by_commas() =>
        ParameterText.List<double[], double>(ParameterText.Parsable<double>()).Read("0.1, 0.01").ShouldBe([0.1, 0.01]);

    [Fact]
    public void Empty_text_is_an_empty_list() => ParameterText.List<int[], int>(ParameterText.Parsable<int>()).Read("").ShouldBeEmpty();

    [Fact]
    public void A_list_may_be_a_JSON_array() =>
        ParameterText.List<List<string>, string>(ParameterText.String()).Read("""["a,b", "c"]""").ShouldBe(["a,b", "c"]);

    [Fact]
    public void A_wrong_element_is_named_by_its_place() =>
        Should.Throw<FormatException>(() => ParameterText.List<int[], int>(ParameterText.Parsable<int>()).Read("1,two,3")).Message
            .ShouldBe("element 2, 'two', is not a whole number");

    [Fact]
    public void A_broken_JSON_array_is_called_so() =>
        Should.Throw<FormatException>(() => ParameterText.List<int[], int>(ParameterText.Parsable<int>()).Read("[1,")).Message
            .ShouldStartWith("it begins with '[' but is no JSON array: ");

    [Fact]
    public void Standard_collections_are_made_from_lists()
    {
        Read<HashSet<int>>("3,1,3").ShouldBe([3, 1], ignoreOrder: true);
        Read<SortedSet<int>>("3,1,2").ShouldBe([1, 2, 3]);
        Read<Queue<int>>("1,2").Dequeue().ShouldBe(1);
        Read<Stack<int>>("1,2").Peek().ShouldBe(2);
        Read<IReadOnlyList<int>>("1,2").ShouldBe([1, 2]);
        Read<IList<int>>("1,2").ShouldBe([1, 2]);
        Read<ISet<int>>("1,2").ShouldBe([1, 2], ignoreOrder: true);
        Read<ImmutableArray<int>>("1,2").ToArray().ShouldBe([1, 2]);
        Read<ImmutableList<int>>("1,2").ShouldBe([1, 2]);
        Read<IImmutableSet<int>>("1,2").ShouldBe([1, 2], ignoreOrder: true);
    }

    private static T Read<T>(string text)
        where T : notnull => ParameterText.List<T, int>(ParameterText.Parsable<int>()).Read(text);
}
