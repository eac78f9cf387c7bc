using System.IO.Compression;
using System.Xml.Linq;

namespace FlowSdk.Packaging.Tests;

public sealed class PackageTests(PackageFixture packed) : IClassFixture<PackageFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_package_carries_library_generator_fixes_pages_and_nothing_else() =>
        (await FilesAsync(packed.Package)).ShouldBe(
        [
            "FlowSdk.nuspec",
            "README.md",
            "analyzers/dotnet/cs/FlowSdk.CodeFixes.dll",
            "analyzers/dotnet/cs/FlowSdk.Generators.dll",
            "buildTransitive/FlowSdk.props",
            .. Pages(),
            "lib/net10.0/FlowSdk.dll",
            "lib/net10.0/FlowSdk.xml",
        ]);

    [Fact]
    public async Task The_package_for_tests_carries_its_library_and_belongs_to_one_version_of_the_other()
    {
        (await FilesAsync(packed.TestingPackage)).ShouldBe(["FlowSdk.Testing.nuspec", "README.md", "lib/net10.0/FlowSdk.Testing.dll", "lib/net10.0/FlowSdk.Testing.xml"]);

        var nuspec = await NuspecAsync(packed.TestingPackage, "FlowSdk.Testing.nuspec");
        var dependency = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").ShouldHaveSingleItem();
        ((string)dependency.Attribute("id")!, (string)dependency.Attribute("version")!).ShouldBe(("FlowSdk", $"[{PackageFixture.Version}]"));
        dependency.Attribute("exclude").ShouldBeNull("the generator comes along");
        nuspec.Descendants().Single(element => element.Name.LocalName == "license").Value.ShouldBe("Apache-2.0");
    }

    [Fact]
    public async Task The_package_depends_on_what_the_library_uses_and_says_its_licence()
    {
        var nuspec = await NuspecAsync(packed.Package, "FlowSdk.nuspec");

        nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!)
            .ShouldBe(["Microsoft.Extensions.Hosting", "Spectre.Console", "System.CommandLine"]);
        nuspec.Descendants().Single(element => element.Name.LocalName == "license").Value.ShouldBe("Apache-2.0");
    }

    [Fact]
    public async Task A_fresh_project_restores_the_package_and_runs_a_flow()
    {
        var application = Directory.CreateDirectory(_folder.Combine("application")).FullName;
        File.Copy(Path.Combine(Repository.Root, "examples", "hello.cs"), Path.Combine(application, "Program.cs"));

        var run = await RunAsync(application, "FlowSdk", "run", "--name", "package");

        run.ShouldSucceed().Output.ShouldContain("HELLO, PACKAGE!");
    }

    [Fact]
    public async Task A_project_with_the_package_for_tests_alone_has_flows_of_its_own()
    {
        var application = Directory.CreateDirectory(_folder.Combine("application")).FullName;
        await File.WriteAllTextAsync(Path.Combine(application, "Program.cs"), TestProgram, TestContext.Current.CancellationToken);

        var run = await RunAsync(application, "FlowSdk.Testing");

        run.ShouldSucceed().Output.ShouldContain("42 after Start");
    }

    private async Task<DotnetCommand> RunAsync(string application, string package, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(application, "application.csproj"), Project(package), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(application, "nuget.config"), NuGetConfiguration, TestContext.Current.CancellationToken);
        return await DotnetCommand.RunAsync(
            application,
            new Dictionary<string, string> { ["NUGET_PACKAGES"] = _folder.Combine("restored"), ["FLOWSDK_STORE"] = _folder.Combine("store") },
            ["run", "--", .. arguments]);
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(string file)
    {
        using var package = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<XDocument> NuspecAsync(string file, string name)
    {
        using var package = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        await using var stream = await package.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
        return await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "diagnostics"))
        .Select(file => $"docs/diagnostics/{Path.GetFileName(file)}")
        .Order(StringComparer.Ordinal);

    private const string TestProgram =
        """
        using FlowSdk;
        using FlowSdk.Testing;

        var result = await StepTest.RunAsync(new AnswerFlow(), nameof(AnswerFlow.Start));
        Console.WriteLine($"{result.State.Answer} after Start");

        public sealed partial class AnswerFlow : Flow
        {
            [Artifact] public partial int Answer { get; set; }
            [Step] public Next Start() { Answer = 42; return To(End); }
            [Step] public void End() { }
        }
        """;

    private static string Project(string package) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{package}" Version="{PackageFixture.Version}" />
          </ItemGroup>
        </Project>
        """;

    // The package is unpacked into a folder of this test, so that no older one of the same version is found;
    // what it depends on is taken from where the user's packages are already.
    private string NuGetConfiguration =>
        $"""
        <configuration>
          <packageSources>
            <add key="built" value="{packed.Folder}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="user" value="{UserPackages}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private static string UserPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
