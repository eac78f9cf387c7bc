namespace FlowSdk.Metadata;

/// <summary>
/// Remembers hashes in 16 MiB, however many there are: a Bloom filter. What was added is always known; of what was not, one in
/// 10 billion is taken for known among a million hashes, and one in six hundred among ten million.
/// </summary>
internal sealed class HashFilter
{
    private const int Bits = 1 << 27;

    private const int Probes = 8;

    private readonly ulong[] _words = new ulong[Bits / 64];

    public void Add(ContentHash hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            _words[bit / 64] |= 1UL << (int)(bit % 64);
        }
    }

    /// <summary>Whether a hash was added. Rarely it says so of one that was not.</summary>
    public bool MayContain(ContentHash hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            if ((_words[bit / 64] & (1UL << (int)(bit % 64))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // The bits of a hash are as good as random already: each half of its four words is a number of its own.
    private static uint BitOf(ContentHash hash, int probe)
    {
        var word = (probe / 2) switch { 0 => hash.A, 1 => hash.B, 2 => hash.C, _ => hash.D };
        return (uint)(word >> (probe % 2 * 32)) % Bits;
    }
}
