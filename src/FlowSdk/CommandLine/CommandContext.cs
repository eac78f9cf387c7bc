using System.CommandLine;
using FlowSdk.Generated;
using FlowSdk.Hosting;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Workers;
using FlowSdk.Storage;

namespace FlowSdk.CommandLine;

/// <summary>What a command works with.</summary>
internal sealed class CommandContext
{
    public required FlowDefinition Definition { get; init; }

    public required FlowHost Host { get; init; }

    public required ProgramConsole Console { get; init; }

    public required ParseResult Parsed { get; init; }

    public required GlobalOptions Globals { get; init; }

    /// <summary>The program's arguments as they were given.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>How this program was started, with the flow's name if it has several: commands are proposed with it.</summary>
    public required string Program { get; init; }

    /// <summary>A worker that has been started already; null if none has.</summary>
    public WorkerPrestart? Prestart { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool Json => Parsed.GetValue(Globals.Json);

    public bool Quiet => Parsed.GetValue(Globals.Quiet);

    /// <summary>Where runs are kept.</summary>
    public string StoreLocation => Parsed.GetValue(Globals.Store) ?? ObjectStores.LocationOfEnvironment ?? Host.Store ?? ObjectStores.DefaultLocation;

    public IObjectStore OpenStore() => ObjectStores.Open(StoreLocation);

    public RunRegistry OpenRegistry(IObjectStore store) => new(store, Time, Random.Shared);

    /// <summary>Opening a store does not make it: sees to it that there is one.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public async Task RequireStoreAsync(IObjectStore store, string command)
    {
        if (!await OpenRegistry(store).ExistsAsync())
        {
            throw new UsageException(FlowErrors.StoreUnusable, $"There is no store {store.Location}. Name one: {command} --store DIR.");
        }
    }

    /// <summary>A command of this program on the same store, to be pasted.</summary>
    public string Propose(string arguments)
    {
        var store = Parsed.GetValue(Globals.Store) is { } given ? $" --store {ProgramName.Quote(given)}" : "";
        return $"{Program} {arguments}{store}";
    }
}
