using System.Diagnostics;
using FlowSdk.Storage;

namespace FlowSdk.Tests.Storage;

public sealed class LocalObjectStoreTests : ObjectStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Opening_and_reading_create_nothing()
    {
        await using var store = Open();
        (await store.ListAsync("", cancellation: TestContext.Current.CancellationToken)).Objects.ShouldBeEmpty();
        ((IExclusiveLocks)store).IsHeld("lock").ShouldBeFalse();
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task The_first_write_makes_the_folder_a_store_that_git_ignores()
    {
        await using var store = Open();
        await store.PutIfAbsentAsync("k", Bytes("1"), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".gitignore"), TestContext.Current.CancellationToken)).ShouldBe("*\n");
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "format"), TestContext.Current.CancellationToken)).ShouldBe("flowsdk-store 1\n");
    }

    [Fact]
    public async Task No_temporary_file_is_left()
    {
        await using var store = Open();
        await store.PutIfAbsentAsync("k", Bytes("1"), TestContext.Current.CancellationToken);
        await store.PutIfAbsentAsync("k", Bytes("2"), TestContext.Current.CancellationToken);
        Directory.EnumerateFiles(Path.Combine(_folder.Path, "~temp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_writers_make_a_folder_their_store_at_once()
    {
        for (var round = 0; round < 100; round++)
        {
            var folder = Path.Combine(_folder.Path, $"{round}");
            await Parallel.ForAsync(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken }, async (writer, cancellation) =>
            {
                await using var store = new LocalObjectStore(folder, TimeProvider.System);
                (await store.PutIfAbsentAsync($"runs/{writer}", Bytes("1"), cancellation)).ShouldNotBeNull();
            });
        }
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused()
    {
        Directory.CreateDirectory(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, "format"), "flowsdk-store 2\n");
        var exception = Should.Throw<FlowException>(Open);
        exception.Id.ShouldBe("FLOW1204");
        exception.Message.ShouldContain("has format 2, and this program knows format 1");
    }

    [Theory]
    [InlineData("format", "something else")]
    [InlineData("notes.txt", "mine")]
    public void A_folder_that_is_no_store_is_refused(string file, string content)
    {
        Directory.CreateDirectory(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, file), content);
        Should.Throw<FlowException>(Open).Id.ShouldBe("FLOW1204");
        Directory.EnumerateFileSystemEntries(_folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public void A_file_is_no_store()
    {
        File.WriteAllText(_folder.Path, "");
        Should.Throw<FlowException>(Open).Id.ShouldBe("FLOW1201");
    }

    [Fact]
    public async Task An_empty_folder_becomes_a_store()
    {
        Directory.CreateDirectory(_folder.Path);
        await using var store = Open();
        await store.PutIfAbsentAsync("k", Bytes("1"), TestContext.Current.CancellationToken);
        (await TextAsync(store, "k")).ShouldBe("1");
    }

    [Fact]
    public async Task A_lock_excludes_others_until_it_is_let_go()
    {
        await using var one = Open();
        await using var other = Open();
        var (mine, theirs) = ((IExclusiveLocks)one, (IExclusiveLocks)other);
        var held = mine.TryTake("runs/a/lock").ShouldNotBeNull();
        theirs.TryTake("runs/a/lock").ShouldBeNull();
        theirs.IsHeld("runs/a/lock").ShouldBeTrue();
        (await one.ListAsync("runs/", cancellation: TestContext.Current.CancellationToken)).Objects.ShouldBeEmpty();
        held.Dispose();
        theirs.IsHeld("runs/a/lock").ShouldBeFalse();
        theirs.TryTake("runs/a/lock").ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task A_lock_is_let_go_when_its_holder_is_killed()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere there is no command that takes such a lock.
            return;
        }

        await using var store = Open();
        var locks = (IExclusiveLocks)store;
        locks.TryTake("lock").ShouldNotBeNull().Dispose();
        // One process: a child of its own would hold the lock too, and may die a moment after the parent that is waited for.
        using var holder = Process.Start(new ProcessStartInfo("flock", ["-x", "--no-fork", Path.Combine(_folder.Path, "lock~"), "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        (await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("held");
        locks.IsHeld("lock").ShouldBeTrue();
        locks.TryTake("lock").ShouldBeNull();
        holder.Kill();
        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        locks.TryTake("lock").ShouldNotBeNull().Dispose();
    }

    protected override IObjectStore Open() => new LocalObjectStore(_folder.Path, TimeProvider.System);
}
