namespace FlowSdk.Flows;

/// <summary>The widest branch: sixteen steps at once.</summary>
public sealed partial class WideBranchFlow : Flow
{
    [Artifact]
    public partial string Name { get; set; }

    [Step]
    public Next Start() => To(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P);

    [Step]
    public Next A()
    {
        Name = nameof(A);
        return To(Join);
    }

    [Step]
    public Next B()
    {
        Name = nameof(B);
        return To(Join);
    }

    [Step]
    public Next C()
    {
        Name = nameof(C);
        return To(Join);
    }

    [Step]
    public Next D()
    {
        Name = nameof(D);
        return To(Join);
    }

    [Step]
    public Next E()
    {
        Name = nameof(E);
        return To(Join);
    }

    [Step]
    public Next F()
    {
        Name = nameof(F);
        return To(Join);
    }

    [Step]
    public Next G()
    {
        Name = nameof(G);
        return To(Join);
    }

    [Step]
    public Next H()
    {
        Name = nameof(H);
        return To(Join);
    }

    [Step]
    public Next I()
    {
        Name = nameof(I);
        return To(Join);
    }

    [Step]
    public Next J()
    {
        Name = nameof(J);
        return To(Join);
    }

    [Step]
    public Next K()
    {
        Name = nameof(K);
        return To(Join);
    }

    [Step]
    public Next L()
    {
        Name = nameof(L);
        return To(Join);
    }

    [Step]
    public Next M()
    {
        Name = nameof(M);
        return To(Join);
    }

    [Step]
    public Next N()
    {
        Name = nameof(N);
        return To(Join);
    }

    [Step]
    public Next O()
    {
        Name = nameof(O);
        return To(Join);
    }

    [Step]
    public Next P()
    {
        Name = nameof(P);
        return To(Join);
    }

    [Step]
    public Next Join(Inputs<WideBranchFlow> inputs)
    {
        Name = string.Concat(inputs.Select(i => i.Name));
        return To(End);
    }

    [Step]
    public void End() => Check.Equal("ABCDEFGHIJKLMNOP", Name, nameof(Name));
}
