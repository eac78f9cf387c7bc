using System.Reflection;
using FlowSdk.Generators.Codecs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowSdk.Generators.Tests.Codecs;

/// <summary>Plans, emits, compiles and runs the codecs of a flow <c>F</c>, whose nested class <c>Roots</c> has a field of each type.</summary>
internal static class CodecCompiler
{
    // The library shows its internals, by which the sources encode and decode, to an assembly of this name.
    private const string AssemblyName = "FlowSdk.Tests";

    private const string Helpers = """
        using System;
        using System.Buffers;
        using FlowSdk.Generated;
        using FlowSdk.Serialization;

        public static class Codec
        {
            public static T Back<T>(T value)
            {
                var bytes = Encode(value);
                var back = Decode<T>(bytes);
                Shouldly.ShouldBeTestExtensions.ShouldBe(Convert.ToHexStringLower(Encode(back)), Convert.ToHexStringLower(bytes));
                return back;
            }

            public static byte[] Encode<T>(T value)
            {
                using var encoded = ArtifactSerializer.Encode(Codecs<T>.Instance, value, null);
                return encoded.Bytes.ToArray();
            }

            public static T Decode<T>(byte[] bytes) => ArtifactSerializer.Decode(Codecs<T>.Instance, new ReadOnlySequence<byte>(bytes), null);

            public static string Json<T>(T value) => JsonTranscoder.ToJson(new ReadOnlySequence<byte>(Encode(value)));

            public static T FromJson<T>(string json) => ArtifactSerializer.FromJson(Codecs<T>.Instance, System.Text.Encoding.UTF8.GetBytes(json));

            public static bool IsImmutable<T>() => Codecs<T>.Instance.IsImmutable;

            public static string Fails(Action action)
            {
                try
                {
                    action();
                    return "";
                }
                catch (FlowSdk.FlowException e)
                {
                    return e.Message;
                }
            }
        }
        """;

    private static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>Runs <c>F.Test()</c> after the codecs were registered.</summary>
    public static void Run(string source)
    {
        var (compilation, flow) = Compile(source);
        var planner = new CodecPlanner(compilation, flow);
        foreach (var root in Roots(flow))
        {
            planner.Plan(root.Type).ShouldBeNull(root.Name);
        }

        var emitted = $$"""
            #pragma warning disable
            partial class F
            {
                public static void Register() => __Codecs.Register();
            {{CodecEmitter.Emit(planner.Build())}}
            }
            """;
        using var stream = new MemoryStream();
        var result = compilation.AddSyntaxTrees(Parse(emitted, "Codecs.g.cs")).Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(emitted);
        var type = Assembly.Load(stream.ToArray()).GetType("F")!;
        type.GetMethod("Register")!.Invoke(null, null);
        type.GetMethod("Test")!.CreateDelegate<Action>()();
    }

    /// <summary>What is wrong with the type of each field of <c>Roots</c>, by the field's name.</summary>
    /// <param name="source">The flow, and types of its assembly.</param>
    /// <param name="library">Types of another assembly.</param>
    public static IReadOnlyDictionary<string, CodecProblem?> Problems(string source, string library = "")
    {
        var (compilation, flow) = Compile(source, Library(library));
        return Roots(flow).ToDictionary(r => r.Name, r => new CodecPlanner(compilation, flow).Plan(r.Type));
    }

    public static CodecSet Plan(string source)
    {
        var (compilation, flow) = Compile(source);
        var planner = new CodecPlanner(compilation, flow);
        foreach (var root in Roots(flow))
        {
            planner.Plan(root.Type);
        }

        return planner.Build();
    }

    private static PortableExecutableReference Library(string source)
    {
        using var assembly = new MemoryStream();
        CSharpCompilation.Create("Library", [Parse(source, "Library.cs")], _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    private static (Compilation Compilation, INamedTypeSymbol Flow) Compile(string source, params MetadataReference[] libraries)
    {
        var compilation = CSharpCompilation.Create(
            AssemblyName,
            [Parse(source, "Test.cs"), Parse(Helpers, "Helpers.cs")],
            [.. _references, .. libraries],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        return (compilation, compilation.GetTypeByMetadataName("F")!);
    }

    private static IEnumerable<IFieldSymbol> Roots(INamedTypeSymbol flow) => flow.GetTypeMembers("Roots").Single().GetMembers().OfType<IFieldSymbol>();

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), path);
}
