using System.Diagnostics;

// An empty program that starts an empty program: what any runner with one worker process pays before it does anything.
if (args.Length == 0)
{
    using var child = Process.Start(Environment.ProcessPath!, ["child"]);
    child.WaitForExit();
}
