namespace FlowSdk.Hosting;

/// <summary>Something wrong that the user can mend.</summary>
/// <param name="Id">Its id, which has a page under docs/diagnostics.</param>
/// <param name="Message">What happened, where, and what to do next.</param>
internal sealed record FlowError(string Id, string Message);
