using System.ComponentModel.DataAnnotations;
using FlowSdk;

return await FlowApp.RunAsync<ForEachFlow>(args);

/// <summary>Counts primes: one task for each block of numbers, as many at a time as there are processors.</summary>
public sealed partial class ForEachFlow : Flow
{
    /// <summary>Counts the primes below this number.</summary>
    [Parameter, Range(1, 100_000_000)]
    public int Below { get; init; } = 2_000_000;

    /// <summary>The numbers of one block.</summary>
    [Parameter, Range(1, 100_000_000)]
    public int BlockSize { get; init; } = 250_000;

    [Artifact]
    public partial int Primes { get; set; }

    [Step]
    public Next Start()
    {
        var firsts = Enumerable.Range(0, (Below + BlockSize - 1) / BlockSize).Select(block => block * BlockSize);
        return ForEach(firsts.Select(first => new Block(first, Math.Min(first + BlockSize, Below))), Count);
    }

    [Step]
    public Next Count(Block block, CancellationToken cancellation)
    {
        var primes = 0;
        for (var number = block.First; number < block.Last; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            primes += IsPrime(number) ? 1 : 0;
        }

        Console.WriteLine($"{block.First:N0} to {block.Last:N0}: {primes:N0}");
        Primes = primes;
        return To(Total);
    }

    [Step]
    public Next Total(Inputs<ForEachFlow> inputs)
    {
        Primes = inputs.Sum(input => input.Primes);
        return To(End);
    }

    [Step]
    public void End() => Console.WriteLine($"{Primes:N0} primes below {Below:N0}");

    private static bool IsPrime(int number)
    {
        for (var divisor = 2; divisor <= number / divisor; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return number > 1;
    }
}

public sealed record Block(int First, int Last);
