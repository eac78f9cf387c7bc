namespace Deep;

using System.Collections.Immutable;

public static partial class Everything
{
    /// <summary>A grid within a branch, with a loop within the grid.</summary>
    internal sealed partial class NestedFlow : Flow
    {
        [Artifact] public partial ImmutableArray<int> Seeds { get; set; }
        [Artifact] public partial int Seed { get; set; }
        [Artifact] public partial int Round { get; set; }
        [Artifact] public partial double Score { get; set; }
        [Artifact] public partial double Baseline { get; set; }
        [Artifact] public partial (double Best, int Of) Summary { get; set; }

        [Step]
        public Next Start()
        {
            Seeds = [1, 2, 3];
            return To(Search, Base);
        }

        [Step] public Next Search() => ForEach(Seeds, Try);

        [Step]
        public Next Try(int seed)
        {
            (Seed, Round) = (seed, 0);
            return To(Improve);
        }

        [Step]
        public Next Improve()
        {
            Round += 1;
            Score = Seed * Round;
            return Round switch
            {
                < 3 => To(Improve),
                _ when Score > 5 => To(Best),
                _ => To(Polish),
            };
        }

        [Step] public Next Polish() { Score += 1; return To(Best); }

        [Step]
        public Next Best(Inputs<NestedFlow> inputs)
        {
            Summary = (inputs.Max(i => i.Score), inputs.Count);
            return To(Compare);
        }

        [Step] public Next Base() { Baseline = Seeds.Length; return To(Compare); }

        [Step]
        public Next Compare(Inputs<NestedFlow> inputs)
        {
            Merge(inputs);
            return To(End);
        }

        [Step] public void End() => Console.WriteLine($"{Summary.Best} of {Summary.Of} against {Baseline}, seeds {Seeds.Length}");
    }
}
