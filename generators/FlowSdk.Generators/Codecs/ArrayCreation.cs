using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Codecs;

/// <summary>The expression that makes an array of several dimensions.</summary>
internal static class ArrayCreation
{
    /// <summary>Such as <c>new int[n[0], n[1]][]</c>: in C# the lengths stand before the ranks of the elements.</summary>
    public static string Of(IArrayTypeSymbol array)
    {
        var element = array.ElementType;
        var ranks = "";
        while (element is IArrayTypeSymbol inner)
        {
            ranks += $"[{new string(',', inner.Rank - 1)}]";
            element = inner.ElementType;
        }

        return $"new {TypeNames.Full(element)}[{string.Join(", ", Enumerable.Range(0, array.Rank).Select(i => $"n[{i}]"))}]{ranks}";
    }
}
