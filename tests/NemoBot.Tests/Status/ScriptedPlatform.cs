using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Status;

/// <summary>A platform that records every send and edit, and answers as the test says.</summary>
internal sealed class ScriptedPlatform : IChatPlatform
{
    public static readonly ConversationKey Room = new("scripted", "room");

    private readonly Lock _gate = new();
    private readonly List<(MessageRef? Target, OutboundMessage Message)> _calls = [];

    public string Name => "scripted";

    public PlatformLimits Limits { get; set; } =
        new() { TextLength = 100, CaptionLength = 100, UploadBytes = 1000, EditInterval = TimeSpan.FromSeconds(1), Buttons = 3 };

    /// <summary>Answers the next calls; afterwards everything is delivered.</summary>
    public Queue<Func<Task<DeliveryResult>>> Answers { get; } = new();

    /// <summary>Length of a text as this platform counts it.</summary>
    public Func<string, int> Measure { get; set; } = text => text.Length;

    /// <summary>All calls in order; the target is null for a send.</summary>
    public IReadOnlyList<(MessageRef? Target, OutboundMessage Message)> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public IEnumerable<string> Texts => Calls.Select(c => c.Message.Text);

    public void Answer(params DeliveryResult[] results)
    {
        foreach (var result in results)
        {
            Answers.Enqueue(() => Task.FromResult(result));
        }
    }

    public void Throw(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            Answers.Enqueue(() => Task.FromException<DeliveryResult>(new InvalidOperationException("not expected")));
        }
    }

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) => new(Limits);

    public int MeasureText(string text) => Measure(text);

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        await message.ConfirmAsync(cancellationToken);
        return await AnswerAsync(null, message);
    }

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        await message.ConfirmAsync(cancellationToken);
        return await AnswerAsync(target, message);
    }

    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<DeliveryResult> AnswerAsync(MessageRef? target, OutboundMessage message)
    {
        lock (_gate)
        {
            _calls.Add((target, message));
            return Answers.TryDequeue(out var answer)
                ? answer()
                : Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(target ?? new MessageRef(Room, $"m{_calls.Count}")));
        }
    }
}
