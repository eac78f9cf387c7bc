using Microsoft.CodeAnalysis;

namespace FlowSdk.Generators.Parse;

/// <summary>Finds the attributes that say how a step runs.</summary>
internal static class StepAttributes
{
    /// <summary>The attributes of a name, of the step itself or of what it overrides.</summary>
    public static AttributeData[] Find(IMethodSymbol step, string name)
    {
        for (var at = step; at is not null; at = at.OverriddenMethod)
        {
            var found = at.GetAttributes().Where(a => FlowNames.Is(a.AttributeClass, name)).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }
}
