namespace FlowSdk.Hosting;

/// <summary>The text given for a parameter.</summary>
/// <param name="Text">What stands there; null for an explicit nothing.</param>
/// <param name="Origin">Where it stands, as messages name it: <c>--epochs</c>, <c>FLOWSDK_PARAM_EPOCHS</c>.</param>
internal sealed record GivenValue(string? Text, string Origin);
