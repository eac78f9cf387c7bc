namespace FlowSdk.Runtime.Workers;

/// <summary>Hands messages from the thread that receives them to the thread that works.</summary>
internal sealed class Mailbox
{
    private readonly Queue<byte[]> _messages = new();

    public void Put(byte[] message)
    {
        lock (_messages)
        {
            _messages.Enqueue(message);
            Monitor.Pulse(_messages);
        }
    }

    public byte[] Take()
    {
        lock (_messages)
        {
            while (_messages.Count == 0)
            {
                Monitor.Wait(_messages);
            }

            return _messages.Dequeue();
        }
    }
}
