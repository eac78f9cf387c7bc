using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Storage;
using Microsoft.Win32.SafeHandles;

namespace FlowSdk.Runtime.Workers;

/// <summary>What a worker does once it is connected: one task after the other, on the program's main thread.</summary>
internal sealed class WorkerSession(WorkerConnection connection, Func<string, FlowDefinition?> findFlow, ExecutionHost host) : IDisposable
{
    private readonly WorkerConsole _console = new();
    private readonly WorkerSurroundings _surroundings = new();
    private readonly Mailbox _mailbox = new();
    private readonly PackBuffer _buffer = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _cancellation;
    private long _sequence;
    private FlowDefinition? _definition;
    private AssignmentReader? _assignments;
    private TaskExecutor? _executor;
    private OutputMark? _mark;
    private SafeFileHandle? _begun;
    private WorkerSync? _sync;

    public void Run()
    {
        connection.Listen(OnMessage);
        while (true)
        {
            var reader = new PackReader(_mailbox.Take());
            reader.ReadArrayHeader();
            switch ((MessageType)reader.ReadInt32())
            {
                case MessageType.Welcome:
                    Prepare(WelcomeMessage.Read(ref reader));
                    break;
                case MessageType.Start:
                    var (sequence, task) = _assignments!.Read(ref reader);
                    Execute(sequence, task);
                    break;
                default:
                    return;
            }
        }
    }

    public void Dispose()
    {
        _sync?.Dispose();
        _begun?.Dispose();
        _cancellation?.Dispose();
    }

    private void Prepare(WelcomeMessage welcome)
    {
        if (findFlow(welcome.Run.FlowName) is not { } definition)
        {
            connection.Refuse(FlowErrors.WorkerBuildDiffers, $"A worker does not know the flow {welcome.Run.FlowName} that its runner runs. Build the program again, and run the flow again.");
            return;
        }

        var store = ObjectStores.Open(welcome.StoreLocation);
        var journal = new JournalReader(store, new(welcome.Run.FlowName, welcome.Run.RunId));
        _definition = definition;
        _assignments = new(definition, welcome.Gpus);
        _executor = new(definition, welcome.Run, new ArtifactStore(store), journal, host);
        _mark = new(welcome.OutputSecret);
        _sync = new(store, connection);
        _begun = BegunMark.Open(welcome.BegunFile);
        connection.RunnerDirectory = Path.GetDirectoryName(welcome.BegunFile);
        var buffer = MessageFrame.Begin(_buffer, MessageType.Ready, 1);
        buffer.WriteString(BuildIdentity.Of(definition));
        connection.Send(MessageFrame.End(buffer));
    }

    private void Execute(long sequence, TaskAssignment task)
    {
        TaskResult result;
        using (var cancellation = BeginTask(sequence))
        {
            var execution = _executor!.ExecuteAsync(task, () => BegunMark.Write(_begun!, sequence), cancellation.Token);
            result = execution.IsCompletedSuccessfully ? execution.Result : execution.AsTask().GetAwaiter().GetResult();
            EndTask();
        }

        _surroundings.Restore();
        _console.EndTask(_mark!, sequence);
        if (result is TaskResult.Broken(var reason))
        {
            connection.Refuse(reason.Id, reason.Message);
        }
        else
        {
            connection.Send(ResultMessage.Write(_buffer, _definition!, sequence, result));
        }
    }

    // On the receiving thread, which goes on after the last message: a worker that takes its time to end still notices the end of its runner.
    private void OnMessage(ReadOnlyMemory<byte> message)
    {
        var reader = new PackReader(message.Span);
        reader.ReadArrayHeader();
        if ((MessageType)reader.ReadInt32() == MessageType.Cancel)
        {
            Cancel(reader.ReadInt64());
        }
        else
        {
            _mailbox.Put(message.ToArray());
        }
    }

    private CancellationTokenSource BeginTask(long sequence)
    {
        lock (_gate)
        {
            _sequence = sequence;
            return _cancellation = new();
        }
    }

    private void EndTask()
    {
        lock (_gate)
        {
            _cancellation = null;
        }
    }

    // What the step has registered runs elsewhere: this thread has to notice the end of the runner.
    private void Cancel(long sequence)
    {
        lock (_gate)
        {
            if (sequence == _sequence)
            {
                _ = _cancellation?.CancelAsync();
            }
        }
    }
}
