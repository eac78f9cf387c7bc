using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Writes MessagePack. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MessagePackWriter
{
}
