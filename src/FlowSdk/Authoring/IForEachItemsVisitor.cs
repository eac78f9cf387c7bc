namespace FlowSdk;

/// <summary>Receives the items of a foreach with their type.</summary>
internal interface IForEachItemsVisitor
{
    void Visit<T>(IEnumerable<T> items);
}
