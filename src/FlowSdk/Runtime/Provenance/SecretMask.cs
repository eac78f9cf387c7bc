namespace FlowSdk.Runtime.Provenance;

/// <summary>Takes out of a command line what should not be kept: values of options that are named like secrets, and passwords in URLs and connection strings.</summary>
internal static class SecretMask
{
    private const string Mask = "***";

    private static readonly string[] _names =
    [
        "password", "passwd", "passphrase", "passcode", "secret", "token", "credential", "connection-string", "connectionstring",
        "api-key", "apikey", "access-key", "account-key", "private-key", "shared-key", "signing-key",
    ];

    private static readonly string[] _keys = ["password=", "pwd=", "accountkey=", "sharedaccesskey=", "sharedaccesssignature=", "sig=", "api_key=", "apikey=", "access_token=", "token="];

    public static IReadOnlyList<string> Apply(IReadOnlyList<string> words)
    {
        var masked = new string[words.Count];
        var isValue = false;
        for (var i = 0; i < masked.Length; i++)
        {
            var word = words[i];
            var isOption = word.StartsWith("--", StringComparison.Ordinal);
            var end = isOption ? word.AsSpan().IndexOfAny('=', ':') : -1;
            var name = end < 0 ? word : word[..end];
            var isSecret = isOption && Array.Exists(_names, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
            masked[i] = isValue && !isOption ? Mask
                : isSecret && end > 0 ? word[..(end + 1)] + Mask
                : InConnectionString(InUrl(word));
            isValue = isSecret && end < 0;
        }

        return masked;
    }

    // scheme://user:password@host
    private static string InUrl(string word)
    {
        var user = word.IndexOf("://", StringComparison.Ordinal);
        var host = user < 0 ? -1 : word.IndexOf('@', user);
        var colon = host < 0 ? -1 : word.IndexOf(':', user + 3, host - user - 3);
        return colon < 0 || word.AsSpan(user + 3, host - user - 3).Contains('/') ? word : $"{word[..(colon + 1)]}{Mask}{word[host..]}";
    }

    // Name=value;AccountKey=value
    private static string InConnectionString(string word)
    {
        foreach (var key in _keys)
        {
            for (var at = word.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = word.IndexOf(key, at + key.Length, StringComparison.OrdinalIgnoreCase))
            {
                if (at == 0 || !char.IsAsciiLetterOrDigit(word[at - 1]))
                {
                    var value = at + key.Length;
                    var end = word.AsSpan(value).IndexOfAny(';', '&');
                    word = $"{word[..value]}{Mask}{(end < 0 ? "" : word[(value + end)..])}";
                }
            }
        }

        return word;
    }
}
