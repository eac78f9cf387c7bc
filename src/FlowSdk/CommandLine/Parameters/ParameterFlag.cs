using FlowSdk.Generated;

namespace FlowSdk.CommandLine;

/// <summary>Tells whether a parameter's option may stand without a value.</summary>
internal sealed class ParameterFlag : IParameterVisitor
{
    private bool _isFlag;

    public static bool Of(ParameterDefinition parameter)
    {
        var flag = new ParameterFlag();
        parameter.Accept(flag);
        return flag._isFlag;
    }

    void IParameterVisitor.Visit<T>(ParameterDefinition<T> parameter) => _isFlag = parameter.Reader.IsFlag;
}
