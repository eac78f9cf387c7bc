using Microsoft.Extensions.Logging;

namespace FlowSdk.Runtime.Execution;

/// <summary>What steps may ask of the program's host.</summary>
/// <param name="Services">The services; the host is built when this is first called.</param>
/// <param name="Logging">The logging that the user has set up; null when none was.</param>
internal sealed record ExecutionHost(Func<IServiceProvider> Services, Func<ILoggerFactory?> Logging);
