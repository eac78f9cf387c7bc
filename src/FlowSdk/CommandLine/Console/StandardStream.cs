namespace FlowSdk.CommandLine;

/// <summary>
/// Standard output or error. Once its reader has gone, as <c>head</c> does when it has enough, what is written goes nowhere:
/// a run must not fail because nobody looks any more.
/// </summary>
/// <param name="descriptor">1 for standard output, 2 for standard error.</param>
internal sealed class StandardStream(int descriptor) : Stream
{
    // On Windows the console's own stream knows best what kind of handle it has, and takes no lock.
    private readonly Stream? _console = !OperatingSystem.IsWindows() ? null
        : descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

    private bool _readerIsGone;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_readerIsGone)
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                _console!.Write(buffer);
            }
            else
            {
                UnixStream.Write(descriptor, buffer);
            }
        }
        catch (IOException)
        {
            _readerIsGone = true;
        }
    }

    public override void Flush()
    {
        // The streams of the console are not buffered.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
