using System.Buffers;
using System.Globalization;
using System.Text;
using FlowSdk.Generated;

namespace FlowSdk.Serialization;

/// <summary>Finds the place of a byte in a value, as a path such as <c>$.Layers[2].Size</c>.</summary>
/// <remarks>So no time goes into keeping a path while all is well.</remarks>
internal static class ValuePath
{
    private const int LongestPath = 160;

    /// <summary>The path of the value that begins at an offset.</summary>
    /// <param name="bytes">The value, or as much of it as was written.</param>
    /// <param name="offset">The offset in bytes.</param>
    public static string At(ReadOnlySequence<byte> bytes, long offset)
    {
        var reader = new MessagePackReader(bytes, null);
        var containers = new List<Container>();
        try
        {
            while (reader.Position < offset && reader.Remaining > 0)
            {
                Step(ref reader, containers);
            }
        }
        catch (DecodingException)
        {
            // The bytes make no sense from here on: this is the place as far as it is known.
        }

        var path = new StringBuilder("$");
        foreach (var container in containers)
        {
            container.Append(path);
        }

        return path.Length <= LongestPath ? path.ToString() : $"{path.ToString(0, LongestPath)}… ({containers.Count} levels)";
    }

    private static void Step(ref MessagePackReader reader, List<Container> containers)
    {
        if (containers is [.., { IsAtKey: true } map])
        {
            map.Key = reader.PeekToken() == MessagePackToken.Text ? reader.ReadText() : "…";
            if (map.Key == "…")
            {
                reader.Skip();
            }

            map.IsAtKey = false;
            return;
        }

        var token = reader.PeekToken();
        if (token is MessagePackToken.Array or MessagePackToken.Map)
        {
            var count = reader.ReadCount();
            containers.Add(new Container(token == MessagePackToken.Map, count));
        }
        else
        {
            reader.Skip();
            containers.LastOrDefault()?.Next();
        }

        while (containers is [.., { IsComplete: true }])
        {
            containers.RemoveAt(containers.Count - 1);
            containers.LastOrDefault()?.Next();
        }
    }

    private sealed class Container
    {
        private readonly bool _isMap;
        private readonly long _count;
        private long _index;

        public Container(bool isMap, long count) => (_isMap, IsAtKey, _count) = (isMap, isMap, count);

        public bool IsAtKey { get; set; }

        public string Key { get; set; } = "";

        public bool IsComplete => _index == _count;

        public void Next()
        {
            _index++;
            IsAtKey = _isMap;
        }

        public void Append(StringBuilder path)
        {
            if (!_isMap)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{_index}]");
            }
            else if (!IsAtKey)
            {
                path.Append(IsIdentifier(Key) ? $".{Key}" : $"['{Key}']");
            }
        }

        private static bool IsIdentifier(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_');
    }
}
