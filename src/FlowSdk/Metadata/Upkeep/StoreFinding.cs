namespace FlowSdk.Metadata;

/// <summary>Something in a store that is damaged.</summary>
/// <param name="Id">What kind of damage it is: the id of a diagnostic.</param>
/// <param name="Subject">The run as FLOW/RUN, or the key of the object.</param>
/// <param name="IsObject">Whether it is an object, and not a run.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record StoreFinding(string Id, string Subject, bool IsObject, string Message)
{
    /// <summary>The most users that are named.</summary>
    public const int MaxUsers = 5;

    private readonly List<string> _users = [];

    /// <summary>The first of those that need it: path specs, and what it is to them. None needs an object that is garbage.</summary>
    public IReadOnlyList<string> Users => _users;

    /// <summary>How many need it.</summary>
    public int UserCount { get; private set; }

    /// <summary>Remembers who needs it.</summary>
    public void AddUser(string user)
    {
        UserCount++;
        if (_users.Count < MaxUsers)
        {
            _users.Add(user);
        }
    }
}
