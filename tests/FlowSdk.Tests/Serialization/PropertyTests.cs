using System.Numerics;
using FlowSdk.Generated;
using FsCheck;
using FsCheck.Fluent;

namespace FlowSdk.Tests.Serialization;

public sealed class PropertyTests
{
    [Fact]
    public void Integers_come_back()
    {
        Holds<int>();
        Holds<long>();
        Holds<ulong>();
        Holds<short>();
        Holds<sbyte>();
        Holds<BigInteger>();
    }

    [Fact]
    public void Numbers_come_back()
    {
        Holds<double>();
        Holds<float>();
        Holds<decimal>();
        Check(ArbMap.Default.ArbFor<long>().Generator.ToArbitrary(), bits =>
            BitConverter.DoubleToInt64Bits(RoundTrip.Value(BitConverter.Int64BitsToDouble(bits))) == bits);
    }

    [Fact]
    public void Times_and_texts_come_back()
    {
        Holds<DateTime>();
        Holds<DateTimeOffset>();
        Holds<TimeSpan>();
        Holds<Guid>();
        Holds<char>();
        Check(ArbMap.Default.ArbFor<string>(), text => RoundTrip.Value(text) == text);
    }

    [Fact]
    public void Collections_come_back()
    {
        Check(ArbMap.Default.ArbFor<int[]>(), values => RoundTrip.Value(StandardCodecs.RawArray<int>(), values)!.SequenceEqual(values));
        Check(ArbMap.Default.ArbFor<List<string>>(), values => RoundTrip.Value(StandardCodecs.List<string>(), values)!.SequenceEqual(values));
        Check(ArbMap.Default.ArbFor<Dictionary<int, string>>(), values => RoundTrip.Value(StandardCodecs.Dictionary<int, string>(), values)!.SequenceEqual(values));
        Check(ArbMap.Default.ArbFor<long[]>(), values => RoundTrip.Value(StandardCodecs.HashSet<long>(), [.. values])!.SequenceEqual(values.Distinct()));
    }

    [Fact]
    public void Nested_composites_come_back()
    {
        Codecs<int?>.Register(StandardCodecs.Nullable<int>);
        Codecs<List<int?>?>.Register(StandardCodecs.List<int?>);
        Codecs<KeyValuePair<string, List<int?>?>>.Register(StandardCodecs.KeyValuePair<string, List<int?>?>);
        var codec = StandardCodecs.Array<KeyValuePair<string, List<int?>?>>();
        Check(ArbMap.Default.ArbFor<KeyValuePair<string, List<int?>?>[]>(), values =>
        {
            var back = RoundTrip.Value(codec, values)!;
            return back.Length == values.Length
                && back.Zip(values).All(p => p.First.Key == p.Second.Key && (p.First.Value ?? []).SequenceEqual(p.Second.Value ?? []));
        });
    }

    private static void Holds<T>() => Check(ArbMap.Default.ArbFor<T>(), static value => EqualityComparer<T>.Default.Equals(RoundTrip.Value(value), value));

    private static void Check<T>(Arbitrary<T> values, Func<T, bool> property) =>
        Prop.ForAll(values, property).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
