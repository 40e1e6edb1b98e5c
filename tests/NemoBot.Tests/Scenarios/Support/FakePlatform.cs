using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>A chat in memory that keeps what was posted and refuses what it is told to refuse.</summary>
public sealed class FakePlatform : IFakeChat
{
    private readonly Lock _gate = new();
    private int _opened;
    private readonly List<PostedMessage> _messages = [];
    private readonly List<(OutboundFile File, byte[] Bytes)> _files = [];

    public string Name => "fake";

    public Dictionary<string, byte[]> Attachments { get; } = [];

    public HashSet<string> Administrators { get; } = [];

    /// <summary>From which opening on a file breaks off when it is read; 0: never.</summary>
    public int BreaksFrom { get; set; }

    /// <summary>The members of the role "Editors", whose id is 77.</summary>
    public HashSet<string> Editors { get; } = [];

    public AuthorAssurance Assurance { get; set; }

    /// <summary>Where messages were posted, in order.</summary>
    public List<ConversationKey> Places { get; } = [];

    /// <summary>Where files were posted, in order.</summary>
    public List<ConversationKey> FilePlaces { get; } = [];

    /// <summary>What the chat answers to a message instead of taking it; null to take it.</summary>
    public Func<OutboundMessage, DeliveryResult?> Refuses { get; set; } = _ => null;

    /// <summary>Answers the next sends and edits in the place of the chat.</summary>
    public Queue<DeliveryResult> Refusals { get; } = new();

    /// <summary>Messages that somebody deleted: an edit posts a new one in their place.</summary>
    public HashSet<string> Deleted { get; } = [];

    /// <summary>The chat takes what is sent, but its answer gets lost.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>How many edits were asked for.</summary>
    public int Edits { get; private set; }

    /// <summary>Files are not allowed here, words are.</summary>
    public bool RefusesFiles { get; set; }

    /// <summary>A file is taken only after this.</summary>
    public Task FilesGate { get; set; } = Task.CompletedTask;

    public PlatformLimits Limits { get; set; } = new()
    {
        TextLength = 2000,
        CaptionLength = 1000,
        UploadBytes = 50 << 20,
        EditInterval = TimeSpan.FromSeconds(1),
        Buttons = 25,
    };

    public IReadOnlyList<PostedMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public IReadOnlyList<(OutboundFile File, byte[] Bytes)> Files
    {
        get
        {
            lock (_gate)
            {
                return [.. _files];
            }
        }
    }

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        await (LimitsGate?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return Limits;
    }

    /// <summary>What questions about limits wait for, as with a service that does not answer; null: nothing.</summary>
    public Task? LimitsGate { get; set; }

    public int MeasureText(string text) => text.Length;

    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Refusals.TryDequeue(out var refusal) || (refusal = Refuses(message)) is not null)
            {
                return Task.FromResult(refusal);
            }

            Check(message);
            var posted = new PostedMessage($"m{_messages.Count + 1}", message);
            _messages.Add(posted);
            Places.Add(conversation);
            return LosesAnswers ? Task.FromResult<DeliveryResult>(new DeliveryResult.Unknown()) : Delivered(conversation, posted.Id);
        }
    }

    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Refusals.TryDequeue(out var refusal) || (refusal = Refuses(message)) is not null)
            {
                return Task.FromResult(refusal);
            }

            Check(message);
            Edits++;
            if (Deleted.Contains(target.MessageId))
            {
                return Delivered(target.Conversation, Replace(message).Id);
            }

            _messages.Single(m => m.Id == target.MessageId).Edit(message);
            return LosesAnswers
                ? Task.FromResult<DeliveryResult>(new DeliveryResult.Unknown())
                : Delivered(target.Conversation, target.MessageId);
        }
    }

    /// <summary>A process that was killed before it kept the new message's id asks for it again by its key.</summary>
    private PostedMessage Replace(OutboundMessage message)
    {
        if (message.DeduplicationKey is { } key && _messages.Find(m => m.Looks[0].DeduplicationKey == key) is { } posted)
        {
            posted.Edit(message);
            return posted;
        }

        _messages.Add(new PostedMessage($"m{_messages.Count + 1}", message));
        return _messages[^1];
    }

    public async Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        await FilesGate.WaitAsync(cancellationToken);
        if (file.Size > Limits.UploadBytes)
        {
            return new DeliveryResult.TooLarge(Limits.UploadBytes);
        }

        if (RefusesFiles)
        {
            return new DeliveryResult.Refused("no rights");
        }

        var bytes = await File.ReadAllBytesAsync(file.Path, cancellationToken);
        lock (_gate)
        {
            _files.Add((file, bytes));
            FilePlaces.Add(conversation);
            return LosesAnswers
                ? new DeliveryResult.Unknown()
                : new DeliveryResult.Delivered(new MessageRef(conversation, $"f{_files.Count}"));
        }
    }

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        Attachments.TryGetValue(attachment.Reference, out var bytes)
            ? Task.FromResult<Stream>(++_opened >= BreaksFrom && BreaksFrom > 0 ? new BrokenStream() : new MemoryStream(bytes))
            : throw new AttachmentException(AttachmentProblem.Gone);

    public Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken) =>
        Task.FromResult(Administrators.Contains(author.Id));

    public Task<MemberGroup?> FindGroupAsync(ConversationKey conversation, string written, CancellationToken cancellationToken) =>
        Task.FromResult(written.Equals("Editors", StringComparison.OrdinalIgnoreCase) ? new MemberGroup("77", "Editors") : null);

    public Task<bool> IsInGroupAsync(ConversationKey conversation, Author author, string groupId, CancellationToken cancellationToken) =>
        Task.FromResult(groupId == "77" && Editors.Contains(author.Id));

    private void Check(OutboundMessage message)
    {
        Assert.InRange(message.Text.Length, 1, Limits.TextLength);
        Assert.InRange(message.Buttons.Count, 0, Limits.Buttons);
        Assert.All(message.Buttons, b => Assert.InRange(b.Id.Length, 1, 60));
        Assert.All(message.Buttons, b => Assert.InRange(b.Label.Length, 1, 40));
        Assert.DoesNotContain("nmv_usr_", message.Text, StringComparison.Ordinal);
    }

    private static Task<DeliveryResult> Delivered(ConversationKey conversation, string id) =>
        Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(new MessageRef(conversation, id)));
}
