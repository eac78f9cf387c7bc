public sealed partial class TryFlow : Flow
{
    [Parameter] public string Path { get; init; } = "rows.csv";

    [Artifact] public partial string[] Lines { get; set; }
    [Artifact] public partial string? Problem { get; set; }
    [Artifact] public partial TimeSpan Took { get; set; }
    [Artifact] public partial int Attempts { get; set; }

    [Step]
    public Next Start()
    {
        var begin = Environment.TickCount64;
        Attempts = 0;
        try
        {
            Lines = File.ReadAllLines(Path);
        }
        catch (FileNotFoundException e) when (e.FileName is not null)
        {
            Lines = [];
            Problem = e.Message;
        }
        catch (IOException)
        {
            Lines = [];
            throw;
        }
        finally
        {
            Took = TimeSpan.FromMilliseconds(Environment.TickCount64 - begin);
        }

        return To(Again);
    }

    [Step]
    public Next Again()
    {
        while (true)
        {
            try
            {
                Attempts++;
                return Lines.Length > 0 || Attempts > 3 ? To(End) : To(Again);
            }
            catch (InvalidOperationException) when (Attempts < 10)
            {
                Logger.LogWarning("attempt {Attempt}", Attempts);
            }
            finally
            {
                Took += TimeSpan.FromSeconds(1);
            }
        }
    }

    [Step] public void End() => Console.WriteLine($"{Lines.Length} lines in {Took}, {Attempts} attempts, {Problem ?? "no problem"}");
}
