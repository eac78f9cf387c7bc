using FlowSdk.Storage;
using FlowSdk.Testing.Memory;
using FlowSdk.Tests.Storage;

namespace FlowSdk.Testing.Tests.Memory;

public sealed class InMemoryObjectStoreTests : ObjectStoreConformance, IAsyncDisposable
{
    private readonly InMemoryObjectStore _store = new(TimeProvider.System);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void A_lock_excludes_others_until_it_is_let_go()
    {
        IExclusiveLocks locks = _store;

        var held = locks.TryTake("runs/a/lock").ShouldNotBeNull();

        locks.TryTake("runs/a/lock").ShouldBeNull();
        locks.IsHeld("runs/a/lock").ShouldBeTrue();
        held.Dispose();
        locks.IsHeld("runs/a/lock").ShouldBeFalse();
        locks.TryTake("runs/a/lock").ShouldNotBeNull().Dispose();
    }

    protected override IObjectStore Open() => _store;
}
