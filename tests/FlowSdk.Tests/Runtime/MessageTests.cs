using FlowSdk.Generated;
using FlowSdk.Metadata;
using FlowSdk.Runtime.Execution;
using FlowSdk.Runtime.Workers;
using FlowSdk.Tests.Samples;

namespace FlowSdk.Tests.Runtime;

public sealed class MessageTests
{
    private static readonly ItemChunk Chunk = new(0, 3, Inline("int", 1, 2, 3));

    private static FlowDefinition Definition => DefinitionOf<HandWrittenFlow>();

    [Fact]
    public void A_task_arrives_as_it_was_sent()
    {
        var task = new TaskAssignment
        {
            TaskId = 12_345_678_901,
            Step = 2,
            Attempt = 3,
            Frames = [new(0, 1, 2, 3, Chunk), new(1, 2, 0, 4, null)],
            Artifacts = new([Inline("int", 7), null, Stored("string?")]),
            Gang = new(1, 4, "127.0.0.1:5000"),
            CatchArtifact = 2,
        };

        var (sequence, read) = Send(new(Definition), new(Definition, ["0", "1"]), 9, task);

        sequence.ShouldBe(9);
        (read.TaskId, read.Step, read.Attempt).ShouldBe((12_345_678_901, 2, 3));
        read.Frames.Select(f => (f.SplitStep, f.Target, f.Index, f.Count)).ShouldBe([(0, 1, 2, 3), (1, 2, 0, 4)]);
        read.Frames[0].Items!.Content.Inline.ToArray().ShouldBe([1, 2, 3]);
        read.Frames[1].Items.ShouldBeNull();
        read.Artifacts![0]!.Inline.ToArray().ShouldBe([7]);
        read.Artifacts[1].ShouldBeNull();
        read.Artifacts[2]!.Hash.ShouldBe(new ContentHash(1, 2, 3, 4));
        read.Gang.ShouldBe(new Gang(1, 4, "127.0.0.1:5000"));
        read.Gpus.ShouldBe(["0", "1"]);
        read.Join.ShouldBeNull();
        read.CatchArtifact.ShouldBe(2);
    }

    [Fact]
    public void What_a_worker_knows_already_is_not_sent_again()
    {
        var (writer, reader) = (new AssignmentWriter(Definition), new AssignmentReader(Definition, []));
        var table = new ArtifactTable([Inline("int", [.. Enumerable.Repeat((byte)1, 500)]), null, null]);
        var task = new TaskAssignment { TaskId = 1, Step = 1, Attempt = 0, Frames = [new(0, 1, 0, 3, Chunk)], Artifacts = table };

        Send(writer, reader, 1, task);
        var second = writer.Write(new(), 2, task with { TaskId = 2 });

        second.Length.ShouldBeLessThan(40);
        var payload = new PackReader(second.Span[MessageFrame.HeaderLength..]);
        payload.ReadArrayHeader();
        payload.ReadInt64();
        var (_, read) = reader.Read(ref payload);
        read.Artifacts![0]!.Length.ShouldBe(500);
        read.Frames[0].Items!.Count.ShouldBe(3);
    }

    [Fact]
    public void A_join_arrives_with_its_positions()
    {
        var task = new TaskAssignment { TaskId = 5, Step = 2, Attempt = 0, Frames = [], Artifacts = null, Join = new([new(0, 100), new(2, 5)], [1, 2]) };

        var (_, read) = Send(new(Definition), new(Definition, []), 1, task);

        read.Join!.Positions.ShouldBe([new RecordPosition(0, 100), new RecordPosition(2, 5)]);
        read.Join.FirstSteps.ShouldBe([1, 2]);
        read.Artifacts.ShouldBeNull();
        read.CatchArtifact.ShouldBeNull();
    }

    [Fact]
    public void A_failure_arrives_with_what_its_step_had_set()
    {
        var failure = new TaskResult.Failure(new(FailureKind.Exception, "T", "m", "at"), MayRetry: true) { Changes = [new(1, Inline("string?", 0xC0))] };
        var payload = new PackReader(ResultMessage.Write(new(), Definition, 4, failure).Span[MessageFrame.HeaderLength..]);
        payload.ReadArrayHeader().ShouldBe(8);
        payload.ReadInt64().ShouldBe((long)MessageType.Failed);
        payload.ReadInt64().ShouldBe(4);

        var read = ResultMessage.ReadFailure(ref payload, Definition);

        read.Reason.ShouldBe(failure.Reason);
        read.MayRetry.ShouldBeTrue();
        read.Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Artifact.ShouldBe(1), c => c.Reference!.Inline.ToArray().ShouldBe([0xC0]));
    }

    [Fact]
    public void Messages_are_cut_out_of_whatever_pieces_arrive()
    {
        var message = MessageFrame.End(MessageFrame.Begin(new(), MessageType.Stop, 0)).ToArray();
        var buffer = new FrameBuffer();
        var count = 0;
        for (var round = 0; round < 10_000; round++)
        {
            foreach (var unit in message)
            {
                buffer.Free().Span[0] = unit;
                buffer.Received(1);
            }

            while (buffer.TryTake(out var taken))
            {
                taken.ToArray().ShouldBe(message[MessageFrame.HeaderLength..]);
                count++;
            }
        }

        count.ShouldBe(10_000);
    }

    [Fact]
    public void A_length_that_no_message_has_is_refused()
    {
        var buffer = new FrameBuffer();
        buffer.Free().Span[..4].Fill(0xFF);
        buffer.Received(4);

        Should.Throw<InvalidDataException>(() => buffer.TryTake(out _));
    }

    private static (long Sequence, TaskAssignment Task) Send(AssignmentWriter writer, AssignmentReader reader, long sequence, TaskAssignment task)
    {
        var payload = new PackReader(writer.Write(new(), sequence, task).Span[MessageFrame.HeaderLength..]);
        payload.ReadArrayHeader().ShouldBe(10);
        payload.ReadInt64().ShouldBe((long)MessageType.Start);
        return reader.Read(ref payload);
    }

    private static FlowDefinition<T> DefinitionOf<T>()
        where T : Flow, IFlow<T> => T.Definition;

    private static ArtifactReference Inline(string type, params byte[] bytes) => new() { TypeName = type, Length = bytes.Length, Inline = bytes };

    private static ArtifactReference Stored(string type) => new() { TypeName = type, Length = 5000, Hash = new(1, 2, 3, 4) };
}
