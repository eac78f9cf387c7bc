namespace FlowSdk.Generated;

/// <summary>Receives a parameter with its type.</summary>
internal interface IParameterVisitor
{
    void Visit<T>(ParameterDefinition<T> parameter);
}
