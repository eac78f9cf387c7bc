namespace FlowSdk.Flows;

/// <summary>A flow whose names are Japanese.</summary>
public sealed partial class 流れ : Flow
{
    [Parameter]
    public int 数 { get; init; } = 3;

    [Artifact]
    public partial int 合計 { get; set; }

    [Step]
    public Next 始まり() => ForEach(Enumerable.Range(1, 数), 計算);

    [Step]
    public Next 計算(int 値)
    {
        合計 = 値 * 値;
        return To(結合);
    }

    [Step]
    public Next 結合(Inputs<流れ> 入力)
    {
        合計 = 入力.Sum(i => i.合計);
        return To(終わり);
    }

    [Step]
    public void 終わり() => Console.WriteLine($"合計 {合計}");
}
