namespace FlowSdk;

/// <summary>The items of a foreach, together with their type, for whoever encodes them.</summary>
internal abstract class ForEachItems
{
    public abstract void Accept(IForEachItemsVisitor visitor);
}

internal sealed class ForEachItems<T>(IEnumerable<T> items) : ForEachItems
{
    public override void Accept(IForEachItemsVisitor visitor) => visitor.Visit(items);
}
