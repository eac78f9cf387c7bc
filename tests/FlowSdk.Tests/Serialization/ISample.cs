namespace FlowSdk.Tests.Serialization;

/// <summary>A value with its codec.</summary>
internal interface ISample
{
    byte[] Encode();

    /// <summary>Decodes bytes, encodes what came out, and gives those bytes.</summary>
    byte[] DecodeAndEncode(byte[] bytes);
}
