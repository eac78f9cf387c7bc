using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>Reads the values of a flow's parameters from their sources, and says everything that is wrong with them at once.</summary>
/// <param name="sources">Where they come from, the strongest first.</param>
/// <param name="kept">What parameters have that no source gives; null for nothing.</param>
internal sealed class ParameterBinder(IReadOnlyList<IParameterSource> sources, ParameterBag? kept = null) : IParameterVisitor
{
    private readonly ParameterBag _values = new();
    private readonly HashSet<string> _given = [];
    private readonly List<FlowError> _errors = [];

    /// <param name="mistakes">What is wrong already, to be told first.</param>
    /// <param name="sources">Where values come from, the strongest first.</param>
    public ParameterBinder(IEnumerable<FlowError> mistakes, IReadOnlyList<IParameterSource> sources)
        : this(sources) => _errors.AddRange(mistakes);

    /// <summary>The names of the parameters that a source gave.</summary>
    public IReadOnlySet<string> Given => _given;

    /// <summary>Reads all values that are given.</summary>
    /// <exception cref="UsageException">Values are missing, or not what is expected.</exception>
    public ParameterBag Bind(FlowDefinition definition)
    {
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(this);
        }

        return _errors.Count == 0 ? _values : throw new UsageException(_errors);
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter)
    {
        var given = sources.Select(s => s.Find(parameter, parameter.Reader.TakesJson)).FirstOrDefault(v => v is not null);
        if (given is null)
        {
            Keep(parameter);
            return;
        }

        _given.Add(parameter.Name);
        if (given.Text is not { } text)
        {
            SetNull(parameter, given.Origin);
        }
        else
        {
            Read(parameter, text, given.Origin);
        }
    }

    private void Keep<T>(ParameterDefinition<T> parameter)
    {
        if (kept is not null && kept.Values.TryGetValue(parameter.Name, out var value))
        {
            _values.Set(parameter.Name, value);
        }
        else if (parameter.IsRequired)
        {
            _errors.Add(new(FlowErrors.MissingParameter, Missing(parameter, parameter.Reader.Expected)));
        }
    }

    private static string Missing(ParameterDefinition parameter, string expected)
    {
        var help = parameter.Help.Length == 0 ? "" : $" ({parameter.Help.TrimEnd('.')})";
        return $"--{parameter.Option} is missing: give it {expected}{help}, or set {EnvironmentParameters.VariableOf(parameter)}.";
    }

    private void SetNull<T>(ParameterDefinition<T> parameter, string origin)
    {
        if (parameter.TypeName.EndsWith('?'))
        {
            _values.Set(parameter.Name, null);
        }
        else
        {
            _errors.Add(new(FlowErrors.InvalidParameter, $"{origin} is null, but {parameter.Reader.Expected} is expected."));
        }
    }

    private void Read<T>(ParameterDefinition<T> parameter, string text, string origin)
    {
        try
        {
            _values.Set(parameter.Name, parameter.Reader.Read(text));
        }
        catch (FormatException exception)
        {
            _errors.Add(new(FlowErrors.InvalidParameter, $"{origin} was given '{Shorten(text)}', but {parameter.Reader.Expected} is expected{DetailOf(exception)}."));
        }
    }

    private static string DetailOf(FormatException exception) => exception.Message.Length == 0 ? "" : $": {exception.Message.TrimEnd('.')}";

    private static string Shorten(string text) => text.Length <= 80 ? text : $"{text[..77]}...";
}
