using System.Text.RegularExpressions;

namespace FlowSdk.Architecture.Tests;

public sealed partial class FileTests
{
    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong =
            from folder in new[] { "src", "generators", "tests", "bench", "examples" }
            from file in Repository.Files(folder, ".cs")
            let lines = Repository.Read(file).Count(character => character == '\n')
            where lines > 400
            select $"{file}: {lines}";

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_of_the_library_declares_a_type_of_its_own_name()
    {
        var strays =
            from folder in new[] { "src", "generators" }
            from file in Repository.Files(folder, ".cs")
            let name = Path.GetFileName(file).Split('.')[0]
            where !Regex.IsMatch(Repository.Read(file), $@"\b(class|struct|interface|enum|record|delegate [\w<>?.]+) {name}\b|\[assembly:")
            select file;

        strays.ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_has_every_project()
    {
        var solution = Repository.Read("FlowSdk.sln").Replace('\\', '/');

        var missing =
            from folder in new[] { "src", "generators", "tests", "bench", "examples" }
            from project in Repository.Files(folder, ".csproj")
            where !solution.Contains($"\"{project}\"", StringComparison.Ordinal)
            select project;

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Package_versions_stand_in_one_file_only() =>
        Repository.Files(".", ".csproj").Where(project => VersionOfReference().IsMatch(Repository.Read(project))).ShouldBeEmpty();

    [GeneratedRegex("<PackageReference[^>]*Version=")]
    private static partial Regex VersionOfReference();
}
