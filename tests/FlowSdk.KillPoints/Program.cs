using FlowSdk.KillPoints;
using FlowSdk.Storage;

// A flow program whose processes can be told where to die, and write down what they change if KILL_LOG names a folder.
var role = args is ["worker", ..] ? "worker" : "runner";
var log = Environment.GetEnvironmentVariable("KILL_LOG") is { Length: > 0 } folder ? Path.Combine(folder, $"{role}-{Environment.ProcessId}") : null;
ObjectStores.Disk = new MortalDisk(KillPoint.Read(role), log);
return await FlowApp.RunAsync<LedgerFlow>(args);
