using System.Text;

namespace FlowSdk;

/// <summary>A file given as a parameter, by its path. Its content is stored with the run when the run starts, so that every step, and a resume, sees the same.</summary>
public sealed class IncludedFile
{
    internal IncludedFile(ArtifactFile file) => File = file;

    /// <summary>The file's name, without its directory.</summary>
    public string Name => File.Name;

    /// <summary>The length in bytes.</summary>
    public long Length => File.Length;

    internal ArtifactFile File { get; }

    /// <summary>Takes a local file, for a default or a test.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The file, whose content is read when the run starts.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IncludedFile FromFile(string path) => new(ArtifactFile.FromFile(path));

    /// <summary>Opens the content for reading.</summary>
    /// <returns>A stream at the beginning; the caller disposes it.</returns>
    public Stream OpenRead() => File.OpenRead();

    /// <summary>Reads the whole content.</summary>
    /// <returns>The bytes.</returns>
    /// <exception cref="FlowException">The file is longer than an array can be, 2 GiB.</exception>
    public byte[] ReadAllBytes()
    {
        if (Length > Array.MaxLength)
        {
            throw new FlowException(FlowErrors.ArtifactTooLarge, $"'{Name}' has {Length:N0} bytes, more than an array can hold. Read it with OpenRead.");
        }

        using var stream = OpenRead();
        var bytes = new byte[Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads the whole content as text.</summary>
    /// <param name="encoding">The encoding; UTF-8 by default. A byte order mark overrides it and is left out.</param>
    /// <returns>The text.</returns>
    public string ReadAllText(Encoding? encoding = null)
    {
        using var reader = new StreamReader(OpenRead(), encoding ?? Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
