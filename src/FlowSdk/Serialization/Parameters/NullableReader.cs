using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>A value or nothing: empty text is null.</summary>
internal sealed class NullableReader<T>(ParameterReader<T> value) : ParameterReader<T?>
    where T : struct
{
    public override string Expected => $"{value.Expected}, or nothing";

    internal override bool IsFlag => value.IsFlag;

    internal override bool TakesJson => value.TakesJson;

    public override T? Read(string text) => text.Length == 0 ? null : value.Read(text);
}
