using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Machine;

namespace FlowSdk.Runtime.Workers;

/// <summary>One worker, as its runner sees it: its process, its channel, its output, and the attempt that it is at.</summary>
internal sealed class Worker
{
    // A worker that was told to end, or that has closed its channel, may still run code of the user's at its exit.
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(5);

    // A program connects within a second; one that has not after this time waits for something, such as an answer from a user.
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(30);

    private readonly WorkerContext _context;
    private readonly AssignmentWriter _assignments;
    private readonly PackBuffer _buffer = new();
    private readonly TaskSigns _signs;
    private readonly TaskCompletionSource<WorkerChannel> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _outputSecret = Secrets.New();
    private readonly GpuClaim? _claim;
    private WorkerProcess? _process;
    private WorkerChannel? _channel;
    private WorkerOutput? _output;
    private RunningAttempt? _attempt;
    private TaskResult? _result;
    private volatile bool _isKilled;

    public Worker(int number, WorkerProfile profile, string token, GpuClaim? claim, WorkerContext context)
    {
        (Number, Profile, Token, _claim, _context) = (number, profile, token, claim, context);
        Gpus = claim?.Ids ?? [];
        _assignments = new(context.Definition);
        _signs = new(OnTaskEnded);
    }

    /// <summary>From 1, in the order of their starts.</summary>
    public int Number { get; }

    public WorkerProfile Profile { get; }

    /// <summary>What its process proves itself with.</summary>
    public string Token { get; }

    public IReadOnlyList<string> Gpus { get; }

    /// <summary>For the owner, under its lock.</summary>
    public WorkerState State { get; set; }

    private string BegunFile => Path.Combine(_context.Listener.Directory, $"{Number}");

    /// <summary>The environment variables that the worker's process starts with.</summary>
    public IEnumerable<(string Name, string Value)> Environment() =>
        [
            .. Profile.Environment,
            .. _claim?.Environment.Select(v => (v.Key, v.Value)) ?? [],
            .. WorkerPrestart.Variables(_context.Listener, Token),
        ];

    /// <summary>Lives the worker's life, from the start of its process to its end.</summary>
    /// <param name="starting">The start of the process.</param>
    public async Task LiveAsync(Task<WorkerProcess> starting)
    {
        BegunMark.Create(BegunFile);
        using var claim = _claim;
        using var process = _process = await starting;
        try
        {
            await LiveAsync(process);
        }
        catch
        {
            // Its output could not be kept, or it spoke nonsense: the run ends, and it does not outlive the run.
            process.Kill();
            throw;
        }
        finally
        {
            File.Delete(BegunFile);
        }
    }

    /// <summary>Hands over the connection over which a process with this worker's token has come.</summary>
    public void Connect(WorkerChannel channel) => _connected.TrySetResult(channel);

    /// <summary>Gives the worker its next task.</summary>
    public void Execute(RunningAttempt attempt, Gang? gang)
    {
        _result = null;
        Volatile.Write(ref _attempt, attempt);
        _signs.Next();
        _output!.Attribute(attempt);
        _context.Reports.Begin(attempt, Number);
        _channel!.Send(_assignments.Write(_buffer, _signs.Sequence, TaskAssignments.Of(attempt.Start, gang, Gpus)).ToArray());
    }

    /// <summary>Cancels the token of the task that the worker is at.</summary>
    public void Cancel()
    {
        var buffer = MessageFrame.Begin(new(), MessageType.Cancel, 1);
        buffer.WriteInt64(_signs.Sequence);
        _channel?.Send(MessageFrame.End(buffer).ToArray());
    }

    /// <summary>Has the worker end in order; one that does not is killed after a while.</summary>
    public void Stop()
    {
        _channel?.Send(MessageFrame.End(MessageFrame.Begin(new(), MessageType.Stop, 0)).ToArray());
        _stopped.TrySetResult();
    }

    /// <summary>Ends the worker's process and all that it has started.</summary>
    public void Kill()
    {
        _isKilled = true;
        _process?.Kill();
    }

    private async Task LiveAsync(WorkerProcess process)
    {
        if (_isKilled)
        {
            process.Kill();
        }

        var output = _output = new(process, new(_outputSecret), _context, _signs);
        var exit = process.WaitAsync();
        var serving = ServeAsync(exit);
        await Task.WhenAny(exit, serving, _stopped.Task);
        await EndAsync(process, exit);
        await serving;
        await output.DrainAsync();
        var attempt = Interlocked.Exchange(ref _attempt, null);
        var hasBegun = attempt is not null && BegunMark.Read(BegunFile) == _signs.Sequence;
        var end = process.End();
        _context.Owner.OnDied(this, attempt, hasBegun, ReasonOf(end, output.ErrorTail, hasBegun), end.Code);
    }

    private async Task ServeAsync(Task exit)
    {
        if (!await ConnectAsync(exit))
        {
            return;
        }

        using var channel = _channel = await _connected.Task;
        var welcome = new WelcomeMessage(_context.Run, _context.StoreLocation, Gpus, BegunFile, _outputSecret);
        channel.Send(welcome.Write(new()).ToArray());
        while (await channel.ReceiveAsync() is { } message)
        {
            Handle(message.Span);
        }
    }

    /// <returns>False if the process has ended before.</returns>
    private async Task<bool> ConnectAsync(Task exit)
    {
        using var isOver = new CancellationTokenSource();
        var patience = Task.Delay(ConnectPatience, _context.Time, isOver.Token);
        if (await Task.WhenAny(_connected.Task, exit, patience) == patience)
        {
            _context.Reports.Warn(
                FlowErrors.WorkerDoesNotConnect,
                $"A worker process was started {ConnectPatience.TotalSeconds:0} s ago and has not come to work. Code before FlowApp.RunAsync runs in workers too: "
                + "look whether it waits for something. The run goes on waiting.");
        }

        await isOver.CancelAsync();
        return await Task.WhenAny(_connected.Task, exit) == _connected.Task;
    }

    private void Handle(ReadOnlySpan<byte> message)
    {
        var reader = new PackReader(message);
        reader.ReadArrayHeader();
        var type = (MessageType)reader.ReadInt32();
        switch (type)
        {
            case MessageType.Ready:
                _claim?.Dispose();
                BeginWork(reader.ReadString());
                break;
            case MessageType.Succeeded or MessageType.Failed:
                var sequence = reader.ReadInt64();
                _result = type == MessageType.Succeeded ? ResultMessage.ReadSuccess(ref reader, _context.Definition) : ResultMessage.ReadFailure(ref reader, _context.Definition);
                _signs.Show(TaskSigns.ResultCame, sequence);
                break;
            case MessageType.Refused:
                _context.Owner.OnFault(new FlowException(reader.ReadString(), reader.ReadString()));
                break;
            default:
                throw new InvalidDataException($"A worker sent a message of the unknown type {(int)type}.");
        }
    }

    private void BeginWork(string buildId)
    {
        if (buildId == _context.BuildId)
        {
            _context.Owner.OnReady(this);
            return;
        }

        _context.Owner.OnFault(new FlowException(
            FlowErrors.WorkerBuildDiffers,
            "The program was built anew while it ran: a worker that was just started is of another build than the runner. The run was stopped; run the flow again, or resume it."));
    }

    private void OnTaskEnded()
    {
        if (_result is { } result && Interlocked.Exchange(ref _attempt, null) is { } attempt)
        {
            _context.Owner.OnTaskEnded(this, attempt, result);
        }
    }

    private async Task EndAsync(WorkerProcess process, Task exit)
    {
        try
        {
            await exit.WaitAsync(ExitGrace, _context.Time);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await exit;
        }

        // What it has started does not outlive it.
        process.Kill();
    }

    private StepFailure ReasonOf(ProcessEnd end, string errorTail, bool hasBegun) => _isKilled
        ? new(FailureKind.Canceled, "", "The step was stopped, and its worker process killed.", "")
        : WorkerDeath.Of(end, errorTail, hasBegun);
}
