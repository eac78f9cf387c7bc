using System.Buffers;

namespace FlowSdk;

/// <summary>Step names from the text of a method group, as the compiler hands it over.</summary>
internal static class StepNames
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("().@ \t\r\n");

    /// <summary>The method's name in <c>A</c>, <c>this.A</c>, <c>(A)</c> or <c>@class</c>.</summary>
    public static string FromExpression(string expression)
    {
        var text = expression.AsSpan();
        if (!text.ContainsAny(Punctuation))
        {
            return expression;
        }

        text = text.Trim("() \t\r\n");
        text = text[(text.LastIndexOf('.') + 1)..];
        return text.Trim("@() \t\r\n").ToString();
    }
}
