public sealed partial class LocalFlow : Flow
{
    [Artifact] public partial List<int> Primes { get; set; }
    [Artifact] public partial int Tries { get; set; }
    [Artifact] public partial long Sum { get; set; }

    [Step]
    public Next Start()
    {
        Primes = [];
        Tries = 0;
        for (var n = 2; n < 50; n++)
        {
            Visit(n);
        }

        return To(Add);

        void Visit(int n)
        {
            Tries++;
            if (IsPrime(n))
            {
                Primes.Add(n);
            }
        }

        static bool IsPrime(int n) => Enumerable.Range(2, n - 2).All(d => n % d != 0);
    }

    [Step]
    public Next Add()
    {
        Prepare();
        Action<int> add = n => Sum += n;
        Primes.ForEach(add);
        Func<long> read = () => Sum;
        Console.WriteLine(read());
        return To(End);

        void Prepare() => Sum = 0;
    }

    [Step]
    public void End()
    {
        Console.WriteLine($"{Tries} tries, sum {Get()}");

        long Get() => Recurse(3);
        long Recurse(int n) => n == 0 ? Sum : Recurse(n - 1);
    }
}
