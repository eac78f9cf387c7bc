namespace FlowSdk.Generators.Codecs;

/// <summary>How a member is set when a value is read.</summary>
internal enum MemberRestore
{
    /// <summary>By the constructor.</summary>
    Constructor,

    /// <summary>In an object initializer, since the language demands it.</summary>
    Initializer,

    /// <summary>By assignment, if the data have it.</summary>
    Assignment,

    /// <summary>By its init-only or private setter, if the data have it.</summary>
    Setter,

    /// <summary>By its field, if the data have it.</summary>
    Field,
}
