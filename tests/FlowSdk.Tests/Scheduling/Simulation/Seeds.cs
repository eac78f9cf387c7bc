using System.Globalization;

namespace FlowSdk.Tests.Scheduling.Simulation;

/// <summary>
/// The seeds of a simulation: 2,000 of them, or as many as <c>FLOWSDK_SIMULATION_SEEDS</c> says; or the single one that <c>FLOWSDK_SIMULATION_SEED</c> names.
/// </summary>
internal static class Seeds
{
    private const int Default = 2000;

    /// <summary>So many parts run one after the other, so that a report tells how far it has come.</summary>
    public static TheoryData<int> Batches { get; } = [.. Enumerable.Range(0, 8)];

    public static void ForEach(int batch, Action<int> check)
    {
        if (Variable("FLOWSDK_SIMULATION_SEED") is { } replayed)
        {
            check(replayed);
            return;
        }

        var count = Variable("FLOWSDK_SIMULATION_SEEDS") ?? Default;
        for (var seed = batch; seed < count; seed += Batches.Count)
        {
            try
            {
                check(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} failed: {failure.Message} FLOWSDK_SIMULATION_SEED={seed} replays it alone.", failure);
            }
        }
    }

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
