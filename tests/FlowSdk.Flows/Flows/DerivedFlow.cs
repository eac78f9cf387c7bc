namespace FlowSdk.Flows;

/// <summary>Inherits the graph, fills in its steps.</summary>
public sealed partial class DerivedFlow : BaseFlow
{
    [Artifact]
    public partial int Own { get; set; }

    public override Next Prepare()
    {
        Log = [.. Log, "derived"];
        Own = 5;
        return To(Split);
    }

    public override Next Work(int item)
    {
        Log = [.. Log, $"{Own * item}"];
        return To(Join);
    }

    public override void End() => Check.Sequence(["src", "derived", "5", "src", "derived", "10"], Log, nameof(Log));
}
