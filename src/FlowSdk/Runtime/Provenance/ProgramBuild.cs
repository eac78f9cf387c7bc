using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FlowSdk.Generated;

namespace FlowSdk.Runtime.Provenance;

/// <summary>What a run was made by, as its first record tells it. Read from files only: no process is started.</summary>
internal static class ProgramBuild
{
    // A program of one large file is told by its module id.
    private const long MaxHashed = 64 << 20;

    public static IReadOnlyDictionary<string, string> Read(FlowDefinition definition)
    {
        var build = new Dictionary<string, string>
        {
            ["program"] = Path.GetFileName(Environment.ProcessPath) ?? "",
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["os"] = RuntimeInformation.RuntimeIdentifier,
            ["moduleId"] = BuildIdentity.Of(definition),
            ["sdk"] = WithoutSource(VersionOf(typeof(Flow).Assembly)),
        };
        var entry = Assembly.GetEntryAssembly();
        var version = entry is null ? "" : VersionOf(entry);
        if (entry?.GetName().Name is { } name)
        {
            build["assembly"] = name;
            build["version"] = version;
            if (HashOf(name) is { } hash)
            {
                build["hash"] = hash;
            }
        }

        if (Repository() is { } repository)
        {
            build["git"] = repository.Commit;
            if (repository.IsDirty() is { } isDirty)
            {
                build["gitState"] = isDirty ? "dirty" : "clean";
            }
        }
        else if (version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus && GitRepository.IsHash(version[(plus + 1)..]))
        {
            // Far from its repository, a program still knows the commit that it was built from.
            build["git"] = version[(plus + 1)..];
        }

        return build;
    }

    // The source of a program of one file, else the folder that the program was built in, tell more than the folder that it was started in.
    private static GitRepository? Repository() =>
        GitRepository.Find(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory) ?? GitRepository.Find(Environment.CurrentDirectory);

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "";

    private static string WithoutSource(string version) => version.Split('+')[0];

    private static string? HashOf(string assembly)
    {
        var library = Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
        var file = new FileInfo(File.Exists(library) ? library : Environment.ProcessPath ?? library);
        if (!file.Exists || file.Length > MaxHashed)
        {
            return null;
        }

        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
