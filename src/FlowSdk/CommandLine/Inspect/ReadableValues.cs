using System.Buffers;
using System.Collections;
using FlowSdk.Generated;
using FlowSdk.Serialization;

namespace FlowSdk.CommandLine;

/// <summary>Shows values as people write them where their encoding does not: enums by name, characters, and files by name and size. It knows the types of the flow's artifacts and parameters.</summary>
internal sealed class ReadableValues
{
    private readonly Dictionary<string, Func<ReadOnlySequence<byte>, string>> _texts = [];

    public ReadableValues(FlowDefinition definition)
    {
        var types = new Types(_texts);
        definition.CreateView(new ParameterBag()).Accept(types);
        foreach (var parameter in definition.Parameters)
        {
            parameter.Accept(types);
        }
    }

    /// <summary>A value on one line, cut to a length: readable if its type is one of the flow's, else as JSON.</summary>
    public string Of(string typeName, ReadOnlySequence<byte> bytes, int maxLength)
    {
        if (!_texts.TryGetValue(typeName, out var text))
        {
            return ArtifactText.Of(bytes, maxLength);
        }

        try
        {
            return ArtifactText.Cut(text(bytes), maxLength);
        }
        catch (FlowException exception) when (exception.Id is FlowErrors.ArtifactTypeMismatch or FlowErrors.ArtifactDamaged)
        {
            // The type has the same name as when the value was kept, and is another one now.
            return ArtifactText.Of(bytes, maxLength);
        }
    }

    private sealed class Types(Dictionary<string, Func<ReadOnlySequence<byte>, string>> texts) : ArtifactVisitor, IParameterVisitor
    {
        public override void Visit<T>(ref ArtifactCell<T> cell, ArtifactInfo<T> artifact)
        {
            if (artifact.CustomCodec is null)
            {
                Add<T>(artifact.TypeName);
            }
        }

        public void Visit<T>(ParameterDefinition<T> parameter) => Add<T>(parameter.TypeName);

        private void Add<T>(string typeName)
        {
            if (IsNamed(typeof(T)) || (ElementOf(typeof(T)) is { } element && IsNamed(element)))
            {
                texts.TryAdd(typeName, static bytes => Text(ArtifactSerializer.Decode(Codecs<T>.Instance, bytes, null)));
            }
        }

        private static bool IsNamed(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var known && (known.IsEnum || known == typeof(char) || known == typeof(ArtifactFile));

        private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
            : type.IsAssignableTo(typeof(IEnumerable)) && type.GenericTypeArguments is [var only] ? only
            : null;

        private static string Text(object? value) => value switch
        {
            null => "null",
            char c => $"'{c}'",
            ArtifactFile file => $"{file.Name}{(file.IsDirectory ? "/" : "")} ({ArtifactText.SizeOf(file.Length)})",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
            _ => value.ToString() ?? "",
        };
    }
}
