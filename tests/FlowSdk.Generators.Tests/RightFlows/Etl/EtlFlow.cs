namespace Warehouse
{
    /// <summary>Reads orders, cleans them, and writes them by month. It stands in two files.</summary>
    public sealed partial class EtlFlow : Flow
    {
        [Parameter]
        public DateOnly From { get; init; } = new(2026, 1, 1);

        [Parameter]
        public string? Filter { get; init; }

        [Artifact] public partial List<Order> Orders { get; set; }
        [Artifact] public partial int Rejected { get; set; }
        [Artifact] public partial SortedDictionary<string, decimal> Totals { get; set; }

        private bool IsFiltered => Filter is { Length: > 0 };

        [Step]
        public Next Extract()
        {
            Orders = [.. Read().Where(order => !IsFiltered || order.Customer.Contains(Filter!, StringComparison.Ordinal))];
            Rejected = 0;
            return To(Clean);
        }

        [Step] public void Load() => Write(Totals, Rejected);
    }
}
