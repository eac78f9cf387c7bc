namespace FlowSdk.Generated;

/// <summary>The type of a foreach's items, for whoever decodes them.</summary>
internal abstract class ItemType
{
    public abstract TResult Accept<TResult>(IItemTypeVisitor<TResult> visitor);
}

internal sealed class ItemType<T> : ItemType
{
    public override TResult Accept<TResult>(IItemTypeVisitor<TResult> visitor) => visitor.Visit<T>();
}

/// <summary>Receives the type of a foreach's items.</summary>
internal interface IItemTypeVisitor<out TResult>
{
    TResult Visit<T>();
}
