using System.ComponentModel.DataAnnotations;
using FlowSdk.Generated;

namespace FlowSdk.Hosting;

/// <summary>Constructs a flow once, so that its initializers fill in what was not given, and checks the values against their validation attributes.</summary>
internal sealed class EffectiveParameters(Flow flow) : IParameterVisitor
{
    private readonly List<FlowError> _errors = [];

    /// <summary>Makes a flow with all its parameters.</summary>
    /// <exception cref="UsageException">A value is not allowed, or the flow cannot be constructed.</exception>
    public static Flow Create(FlowDefinition definition, IServiceProvider services, ParameterBag given)
    {
        var flow = Construct(definition, services, given);
        Check(flow, definition.Parameters);
        return flow;
    }

    /// <summary>Checks values against their validation attributes.</summary>
    /// <exception cref="UsageException">Some are not allowed.</exception>
    public static void Check(Flow flow, IReadOnlyList<ParameterDefinition> parameters)
    {
        var check = new EffectiveParameters(flow);
        foreach (var parameter in parameters)
        {
            parameter.Accept(check);
        }

        if (check._errors.Count > 0)
        {
            throw new UsageException(check._errors);
        }
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter)
    {
        if (parameter.Validators.Count == 0)
        {
            return;
        }

        var value = parameter.Get(flow);
        var context = new ValidationContext(flow, parameter.Name, null, null) { MemberName = parameter.Name, DisplayName = $"--{parameter.Option}" };
        foreach (var validator in parameter.Validators)
        {
            if (Failure(validator, value, context) is { } failure)
            {
                _errors.Add(new(FlowErrors.InvalidParameter, $"{failure} It is {Show(value)}."));
            }
        }
    }

    /// <summary>What an attribute has against a value; null if nothing. Some throw: an expression that is none, a length of a number, an attribute of the flow's own.</summary>
    private static string? Failure(ValidationAttribute validator, object? value, ValidationContext context)
    {
        try
        {
            return validator.GetValidationResult(value, context) is { } failure ? failure.ErrorMessage ?? $"{context.DisplayName} is not valid." : null;
        }
        catch (Exception exception)
        {
            return $"[{validator.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] of {context.DisplayName} cannot be checked: {exception.Message.TrimEnd('.')}.";
        }
    }

    private static Flow Construct(FlowDefinition definition, IServiceProvider services, ParameterBag given)
    {
        try
        {
            return definition.Create(services, given);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(FlowErrors.InvalidParameter, $"{definition.Name} does not accept its parameters: {exception.Message}");
        }
    }

    private static string Show<T>(T value) => value switch
    {
        null => "not given",
        string text => $"'{text}'",
        System.Collections.ICollection items => $"a collection of {items.Count}",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
