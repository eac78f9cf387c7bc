using System.Diagnostics;
using FlowSdk.Runtime.Provenance;

namespace FlowSdk.Tests.Provenance;

/// <summary>What the files of a repository tell is what git itself says.</summary>
public sealed class GitRepositoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowsdk git ").FullName;

    public GitRepositoryTests()
    {
        Git("init -q -b main");
        Write("a.txt", "one");
        Write("sub/日本.txt", "two");
        Git("add .");
        Git("commit -q -m first");
    }

    public void Dispose()
    {
        // Git makes its objects read-only.
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.IsReadOnly = false;
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_commit_is_clean_wherever_one_looks_from()
    {
        var repository = GitRepository.Find(Path.Combine(_folder, "sub")).ShouldNotBeNull();

        repository.Commit.ShouldBe(Git("rev-parse HEAD"));
        repository.IsDirty().ShouldBe(false);
    }

    [Fact]
    public void A_changed_file_makes_it_dirty()
    {
        Write("a.txt", "two");

        IsDirty().ShouldBe(true);
    }

    [Fact]
    public void A_deleted_file_makes_it_dirty()
    {
        File.Delete(Path.Combine(_folder, "sub", "日本.txt"));

        IsDirty().ShouldBe(true);
    }

    [Fact]
    public void A_file_that_was_written_again_with_the_same_content_is_clean()
    {
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "a.txt"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        IsDirty().ShouldBe(false);
    }

    [Fact]
    public void A_new_file_counts_when_it_is_added()
    {
        Write("new.txt", "new");
        IsDirty().ShouldBe(false);
        Git("add new.txt");
        IsDirty().ShouldBe(true);
        Git("commit -q -m second");
        IsDirty().ShouldBe(false);
    }

    [Fact]
    public void What_was_added_and_changed_back_in_the_file_is_dirty()
    {
        Write("a.txt", "two");
        Git("add a.txt");
        Write("a.txt", "one");

        IsDirty().ShouldBe(true);
    }

    [Fact]
    public void A_packed_repository_and_a_detached_commit_are_read()
    {
        Write("a.txt", "two");
        Git("commit -q -a -m second");
        Git("gc -q");
        GitRepository.Find(_folder)!.Commit.ShouldBe(Git("rev-parse HEAD"));
        IsDirty().ShouldBe(false);

        Git("checkout -q HEAD~1");

        GitRepository.Find(_folder)!.Commit.ShouldBe(Git("rev-parse HEAD"));
        IsDirty().ShouldBe(false);
    }

    [Fact]
    public void A_work_tree_of_another_repository_is_read()
    {
        Git("worktree add -q -b other tree");
        var tree = GitRepository.Find(Path.Combine(_folder, "tree")).ShouldNotBeNull();

        tree.Commit.ShouldBe(Git("rev-parse other"));
        tree.IsDirty().ShouldBe(false);
    }

    [Fact]
    public void A_repository_without_a_commit_or_that_is_damaged_tells_nothing()
    {
        File.WriteAllText(Path.Combine(_folder, ".git", "index"), "DIRC damaged, and long enough to be one");
        IsDirty().ShouldBeNull();

        File.WriteAllText(Path.Combine(_folder, ".git", "HEAD"), "ref: refs/heads/nothing\n");
        GitRepository.Find(_folder).ShouldBeNull();
    }

    private bool? IsDirty() => GitRepository.Find(_folder)!.IsDirty();

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Git(string arguments)
    {
        var start = new ProcessStartInfo("git", $"-c user.name=a -c user.email=a@b -c commit.gpgsign=false -c core.autocrlf=false {arguments}")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, errors);
        return output.Trim();
    }
}
