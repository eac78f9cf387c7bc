namespace Warehouse
{
    using System.Globalization;

    public sealed record Order(string Customer, DateOnly Day, decimal Amount);

    public sealed partial class EtlFlow
    {
        [Step]
        public Next Clean()
        {
            var before = Orders.Count;
            Orders.RemoveAll(order => order.Amount <= 0 || order.Day < From);
            Rejected += before - Orders.Count;
            return Orders.Count == 0 ? To(Empty) : To(Summarize);
        }

        [Step]
        public Next Empty()
        {
            Totals = [];
            return To(Load);
        }

        [Step]
        public Next Summarize()
        {
            Totals = new(Orders.GroupBy(order => order.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Sum(o => o.Amount)));
            return To(Load);
        }

        private static IEnumerable<Order> Read()
        {
            yield return new("Ada", new(2026, 2, 1), 12.5m);
            yield return new("Bob", new(2026, 3, 1), -1m);
        }

        private static void Write(IReadOnlyDictionary<string, decimal> totals, int rejected) => Console.WriteLine($"{totals.Count} months, {rejected} rejected");
    }
}
