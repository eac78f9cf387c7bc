using System.Security.Cryptography;

namespace FlowSdk.Runtime.Workers;

/// <summary>Texts that nobody can guess.</summary>
internal static class Secrets
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
