using System.ComponentModel;

namespace FlowSdk.Generated;

/// <summary>Reads MessagePack. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MessagePackReader
{
}
