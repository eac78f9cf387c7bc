using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>Under which names or numbers members are stored: their own names, unless MessagePack-CSharp's attributes say otherwise.</summary>
internal sealed class MemberLayout
{
    private const string KeyAttribute = "MessagePack.KeyAttribute";

    // Numbers that nobody uses cost a byte each in every value.
    private const int LargestNumber = 1000;

    private readonly bool _byAttribute;

    public MemberLayout(INamedTypeSymbol type, IReadOnlyList<StateMember> members)
    {
        var contract = Attributes.Find(type, "MessagePack.MessagePackObjectAttribute");
        _byAttribute = contract is not null && contract.ConstructorArguments is not [{ Value: true }];
        Members = contract is null ? members : [.. members.Where(m => m.Symbol.DeclaredAccessibility == Accessibility.Public || KeyOf(m) is not null)];
        IsArray = _byAttribute && Members.Any(m => KeyOf(m) is int);
    }

    /// <summary>The members that are stored.</summary>
    public IReadOnlyList<StateMember> Members { get; }

    /// <summary>Whether the members stand in an array by number.</summary>
    public bool IsArray { get; }

    public static string Key(StateMember member) => KeyOf(member) as string ?? member.Name;

    public static int Number(StateMember member) => KeyOf(member) as int? ?? 0;

    /// <summary>What is wrong with the attributes; null if nothing is.</summary>
    public PlanFailure? Check()
    {
        if (_byAttribute && Members.FirstOrDefault(m => KeyOf(m) is null) is { } without)
        {
            return new(without.Name, $"its type has [MessagePackObject], but {without.Name} has neither [Key] nor [IgnoreMember]. Add one of them");
        }

        if (IsArray && Members.FirstOrDefault(m => Number(m) is < 0 or > LargestNumber) is { } wrong)
        {
            return new(wrong.Name, $"its [Key({Number(wrong)})] is not from 0 to {LargestNumber}. Number the members from 0");
        }

        var twice = Members.GroupBy(m => IsArray ? Number(m).ToString(System.Globalization.CultureInfo.InvariantCulture) : Key(m)).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? null : new(twice.Last().Name, $"two members are stored under the same name '{twice.Key}'. Rename one, or mark it [JsonIgnore]");
    }

    private static object? KeyOf(StateMember member) =>
        Attributes.Find(member.Symbol, KeyAttribute)?.ConstructorArguments is [{ Value: int or string } key] ? key.Value : null;
}
