public sealed partial class PickFlow : Flow
{
    [Artifact] public partial string Title { get; set; }
    [Artifact] public partial byte[] Image { get; set; }
    [Artifact] public partial string Page { get; set; }

    [Step] public Next Start() => To(Plot, Caption);

    [Step] public Next Plot() { Image = [1, 2]; return To(Compose); }

    [Step] public Next Caption() => DateTime.UtcNow.Year > 2030 ? To(Long) : To(Short);
    [Step] public Next Long() { Title = "A long title"; return To(Compose); }
    [Step] public Next Short() { Title = "Short"; return To(Compose); }

    [Step]
    public Next Compose(Inputs<PickFlow> inputs)
    {
        var caption = inputs[Caption];
        Page = $"{caption.Title}: {inputs[Plot].Image.Length} bytes";
        Title = inputs[1].Title;
        Merge(inputs[Plot], include: [nameof(Image)]);
        return To(End);
    }

    [Step] public void End() => Console.WriteLine($"{Title} {Page} {Image[0]}");
}
