using FlowSdk.CommandLine;

namespace FlowSdk.Tests.CommandLine;

public sealed class ProgramNameTests
{
    private static readonly string _root = OperatingSystem.IsWindows() ? @"C:\" : "/";

    [Fact]
    public void A_file_based_program_is_run_from_its_file() =>
        ProgramName.Of(At("home", "examples", "hello.cs"), At("cache", "hello"), At("cache", "hello.dll"), At("home"))
            .ShouldBe($"dotnet run {Path.Join("examples", "hello.cs")} --");

    [Fact]
    public void A_program_is_run_by_its_executable() =>
        ProgramName.Of(null, At("home", "bin", "hello"), At("home", "bin", "hello.dll"), At("home")).ShouldBe(Path.Join("bin", "hello"));

    [Fact]
    public void An_executable_of_the_current_directory_has_it_named() =>
        ProgramName.Of(null, At("home", "hello"), At("home", "hello.dll"), At("home")).ShouldBe(Path.Join(".", "hello"));

    [Fact]
    public void An_assembly_is_run_by_dotnet() =>
        ProgramName.Of(null, At("usr", "dotnet"), At("home", "hello.dll"), At("home")).ShouldBe("dotnet hello.dll");

    [Fact]
    public void A_path_with_blanks_is_quoted() =>
        ProgramName.Of(null, At("home", "my flows", "日本語"), "", At("home")).ShouldBe($"\"{Path.Join("my flows", "日本語")}\"");

    private static string At(params string[] parts) => Path.Join([_root, .. parts]);
}
