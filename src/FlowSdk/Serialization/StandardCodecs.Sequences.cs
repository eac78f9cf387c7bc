using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using FlowSdk.Serialization;

namespace FlowSdk.Generated;

public static partial class StandardCodecs
{
    /// <summary>A list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<List<T>?> List<T>() =>
        new ListCodec<T>(Codecs<T>.Instance);

    /// <summary>A list of numbers.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<List<T>?> RawList<T>()
        where T : unmanaged =>
        new RawListCodec<T>();

    /// <summary>Memory.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Memory<T>> Memory<T>() =>
        new ArrayCodec<Memory<T>, T>(Codecs<T>.Instance, static v => v, static a => a);

    /// <summary>Memory of numbers.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Memory<T>> RawMemory<T>()
        where T : unmanaged =>
        new RawCodec<Memory<T>, T>(static v => v, static a => a);

    /// <summary>Read-only memory.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ReadOnlyMemory<T>> ReadOnlyMemory<T>() =>
        new ArrayCodec<ReadOnlyMemory<T>, T>(Codecs<T>.Instance, static v => v, static a => a);

    /// <summary>Read-only memory of numbers.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ReadOnlyMemory<T>> RawReadOnlyMemory<T>()
        where T : unmanaged =>
        new RawCodec<ReadOnlyMemory<T>, T>(static v => v, static a => a);

    /// <summary>An immutable array; one that was never made is written as nil.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableArray<T>> ImmutableArray<T>() =>
        new ArrayCodec<ImmutableArray<T>, T>(Codecs<T>.Instance, static v => v.IsDefault ? null : (ReadOnlyMemory<T>?)v.AsMemory(), ImmutableCollectionsMarshal.AsImmutableArray, isReadOnly: true);

    /// <summary>An immutable array of numbers; one that was never made is written as nil.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableArray<T>> RawImmutableArray<T>()
        where T : unmanaged =>
        new RawCodec<ImmutableArray<T>, T>(static v => v.IsDefault ? null : (ReadOnlyMemory<T>?)v.AsMemory(), ImmutableCollectionsMarshal.AsImmutableArray, isImmutable: true);

    /// <summary>A queue, from first to last.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Queue<T>?> Queue<T>() =>
        new SequenceCodec<Queue<T>, T>(Codecs<T>.Instance, static a => new Queue<T>(a));

    /// <summary>A stack, from the top down.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Stack<T>?> Stack<T>() =>
        new SequenceCodec<Stack<T>, T>(Codecs<T>.Instance, static a => new Stack<T>(a.Reverse()));

    /// <summary>A linked list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<LinkedList<T>?> LinkedList<T>() =>
        new SequenceCodec<LinkedList<T>, T>(Codecs<T>.Instance, static a => new LinkedList<T>(a));

    /// <summary>A collection.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<Collection<T>?> Collection<T>() =>
        new SequenceCodec<Collection<T>, T>(Codecs<T>.Instance, static a => new Collection<T>([.. a]));

    /// <summary>An observable collection.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ObservableCollection<T>?> ObservableCollection<T>() =>
        new SequenceCodec<ObservableCollection<T>, T>(Codecs<T>.Instance, static a => new ObservableCollection<T>(a));

    /// <summary>A read-only view of a list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ReadOnlyCollection<T>?> ReadOnlyCollection<T>() =>
        new SequenceCodec<ReadOnlyCollection<T>, T>(Codecs<T>.Instance, static a => new ReadOnlyCollection<T>(a));

    /// <summary>A queue for several threads.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ConcurrentQueue<T>?> ConcurrentQueue<T>() =>
        new SequenceCodec<ConcurrentQueue<T>, T>(Codecs<T>.Instance, static a => new ConcurrentQueue<T>(a));

    /// <summary>A stack for several threads, from the top down.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ConcurrentStack<T>?> ConcurrentStack<T>() =>
        new SequenceCodec<ConcurrentStack<T>, T>(Codecs<T>.Instance, static a => new ConcurrentStack<T>(a.Reverse()));

    /// <summary>An immutable list.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableList<T>?> ImmutableList<T>() =>
        new SequenceCodec<ImmutableList<T>, T>(Codecs<T>.Instance, static a => [.. a], isReadOnly: true);

    /// <summary>An immutable queue, from first to last.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableQueue<T>?> ImmutableQueue<T>() =>
        new SequenceCodec<ImmutableQueue<T>, T>(Codecs<T>.Instance, static a => [.. a], isReadOnly: true);

    /// <summary>An immutable stack, from the top down.</summary>
    /// <typeparam name="T">The elements.</typeparam>
    /// <returns>The codec.</returns>
    public static Codec<ImmutableStack<T>?> ImmutableStack<T>() =>
        new SequenceCodec<ImmutableStack<T>, T>(Codecs<T>.Instance, static a => System.Collections.Immutable.ImmutableStack.CreateRange(a.Reverse()), isReadOnly: true);
}
