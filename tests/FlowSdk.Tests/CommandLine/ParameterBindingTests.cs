using System.ComponentModel.DataAnnotations;
using FlowSdk.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Tests.Samples;
using Microsoft.Extensions.Configuration;

namespace FlowSdk.Tests.CommandLine;

public sealed class ParameterBindingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly Dictionary<string, string> _options = [];
    private readonly Dictionary<string, string> _environment = [];
    private readonly Dictionary<string, string?> _settings = [];
    private string? _json;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_is_not_given_has_its_default()
    {
        _options["title"] = "squares";
        var flow = Create();
        flow.Count.ShouldBe(3);
        flow.Title.ShouldBe("squares");
    }

    [Fact]
    public void The_command_line_goes_before_the_file_before_the_environment_before_the_configuration()
    {
        _settings["Parameters:Title"] = "from configuration";
        _settings["Parameters:count"] = "1";
        Create().Title.ShouldBe("from configuration");
        Create().Count.ShouldBe(1);
        _environment["FLOWSDK_PARAM_TITLE"] = "from the environment";
        Create().Title.ShouldBe("from the environment");
        _json = """{ "Title": "from the file", "count": 7 }""";
        Create().Title.ShouldBe("from the file");
        Create().Count.ShouldBe(7);
        _options["title"] = "from the command line";
        Create().Title.ShouldBe("from the command line");
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        _options["count"] = "many";
        Errors().ShouldBe(
        [
            "FLOW1304 --count was given 'many', but a whole number is expected.",
            "FLOW1303 --title is missing: give it text, or set FLOWSDK_PARAM_TITLE.",
        ]);
    }

    [Fact]
    public void An_error_names_the_place_of_the_value()
    {
        _options["title"] = "x";
        _environment["FLOWSDK_PARAM_COUNT"] = "1.5";
        Errors().ShouldBe(["FLOW1304 FLOWSDK_PARAM_COUNT was given '1.5', but a whole number is expected."]);
    }

    [Fact]
    public void Null_in_a_file_is_refused_for_what_cannot_be_null()
    {
        _json = """{ "title": null }""";
        Errors().ShouldBe([$"FLOW1304 'title' in {_file} is null, but text is expected."]);
    }

    [Fact]
    public void An_unknown_name_in_a_file_is_told_with_what_was_probably_meant()
    {
        _json = """{ "titel": "x" }""";
        Errors().ShouldBe([$"FLOW1302 {_file} gives 'titel', which is no parameter of this flow. Did you mean 'title'?"]);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_refused()
    {
        _json = "[1]";
        Errors().ShouldBe([$"FLOW1305 The file '{_file}' given by --parameters cannot be used: it holds no JSON object."]);
    }

    [Fact]
    public void Lists_in_the_configuration_are_put_together_again()
    {
        var source = new ConfigurationParameters(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Parameters:Count:0"] = "1", ["Parameters:Count:1"] = "a,b" }).Build());
        source.Find(Definition.Parameters[0], false)!.Text.ShouldBe("""[1,"a,b"]""");
    }

    [Fact]
    public void All_validation_attributes_are_honoured()
    {
        var flow = new HandWrittenFlow { Count = 12, Title = "" };
        var parameters = new ParameterDefinition[]
        {
            new ParameterDefinition<int>("Count", "int")
            {
                Option = "count",
                Get = static f => ((HandWrittenFlow)f).Count,
                Reader = ParameterText.Parsable<int>(),
                Validators = [new RangeAttribute(1, 10)],
            },
            new ParameterDefinition<string>("Title", "string")
            {
                Option = "title",
                Get = static f => ((HandWrittenFlow)f).Title,
                Reader = ParameterText.String(),
                Validators = [new RequiredAttribute()],
            },
        };
        Should.Throw<UsageException>(() => EffectiveParameters.Check(flow, parameters)).Errors.Select(e => e.Message).ShouldBe(
        [
            "The field --count must be between 1 and 10. It is 12.",
            "The --title field is required. It is ''.",
        ]);
    }

    [Fact]
    public void An_attribute_that_cannot_check_is_told_of_as_a_value_that_is_wrong()
    {
        var flow = new HandWrittenFlow { Count = 12, Title = "x" };
        var parameters = new ParameterDefinition[]
        {
            new ParameterDefinition<int>("Count", "int")
            {
                Option = "count",
                Get = static f => ((HandWrittenFlow)f).Count,
                Reader = ParameterText.Parsable<int>(),
                Validators = [new RangeAttribute(5, 1), new StringLengthAttribute(3)],
            },
            new ParameterDefinition<string>("Title", "string")
            {
                Option = "title",
                Get = static f => ((HandWrittenFlow)f).Title,
                Reader = ParameterText.String(),
                Validators = [new RegularExpressionAttribute("(")],
            },
        };
        var errors = Should.Throw<UsageException>(() => EffectiveParameters.Check(flow, parameters)).Errors.Select(e => e.Message).ToArray();
        errors.Length.ShouldBe(3);
        errors[0].ShouldStartWith("[Range] of --count cannot be checked: ");
        errors[1].ShouldStartWith("[StringLength] of --count cannot be checked: ");
        errors[2].ShouldStartWith("[RegularExpression] of --title cannot be checked: ");
        errors[2].ShouldEndWith(". It is 'x'.");
    }

    private static FlowDefinition<HandWrittenFlow> Definition => DefinitionOf<HandWrittenFlow>();

    private static FlowDefinition<T> DefinitionOf<T>()
        where T : Flow, IFlow<T> => T.Definition;

    private HandWrittenFlow Create()
    {
        var sources = new List<IParameterSource> { new CommandLineParameters(_options) };
        if (_json is not null)
        {
            File.WriteAllText(_file, _json);
            sources.Add(ParameterFile.Read(_file, Definition.Parameters));
        }

        sources.Add(new EnvironmentParameters(_environment.GetValueOrDefault));
        sources.Add(new ConfigurationParameters(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build()));
        return (HandWrittenFlow)EffectiveParameters.Create(Definition, new NoServices(), new ParameterBinder(sources).Bind(Definition));
    }

    private IEnumerable<string> Errors() => Should.Throw<UsageException>(Create).Errors.Select(e => $"{e.Id} {e.Message}");

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
