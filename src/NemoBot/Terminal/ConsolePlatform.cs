using NemoBot.Core.Platforms;

namespace NemoBot.Terminal;

/// <summary>One conversation of one person at a terminal: posts one message, shows its status, takes the video, ends.</summary>
internal sealed class ConsolePlatform(MakeArguments arguments, ProgressLine line) : IChatPlatform, IAuthorAssurance
{
    /// <summary>The platform's name.</summary>
    public const string PlatformName = "console";

    private readonly TaskCompletionSource<MakeResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(OutboundFile File, string Path)> _files = [];
    private int _messages;

    public string Name => PlatformName;

    public AuthorAssurance Assurance => AuthorAssurance.Operator;

    /// <summary>The conversation of this run; forgotten at its end.</summary>
    public ConversationKey Conversation { get; } = new(PlatformName, Guid.NewGuid().ToString("N"));

    /// <summary>Completes with what came of it.</summary>
    public Task<MakeResult> End => _end.Task;

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => sink.PostAsync(
        new InboundMessage
        {
            Conversation = Conversation,
            MessageId = "1",
            Author = new Author("me", Environment.UserName),
            Text = "/make " + arguments.Say,
            Attachments = [.. arguments.Files.Select(f => new Attachment(Path.GetFileName(f), null, new FileInfo(f).Length, Path.GetFullPath(f)))],
            Language = arguments.Language,
            IsPrivate = true,
        },
        cancellationToken);

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) => new(new PlatformLimits
    {
        TextLength = 100_000,
        CaptionLength = 100_000,
        UploadBytes = long.MaxValue,
        EditInterval = TimeSpan.FromMilliseconds(200),
        Buttons = 0,
        DrawsProgress = true,
    });

    public int MeasureText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length;
    }

    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        Show(new MessageRef(conversation, $"out{Interlocked.Increment(ref _messages)}"), message);

    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) => Show(target, message);

    public async Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken)
    {
        var target = arguments.TargetFor(file.FileName, _files.Count);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        try
        {
            var source = File.OpenRead(file.Path);
            await using (source.ConfigureAwait(false))
            {
                var copy = File.Create(part);
                await using (copy.ConfigureAwait(false))
                {
                    await source.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
                }
            }

            File.Move(part, target, overwrite: true);
        }
        catch (IOException exception)
        {
            File.Delete(part);
            _end.TrySetResult(new MakeResult([], $"{Path.GetFileName(target)} could not be written: {exception.Message}"));
            return new DeliveryResult.Refused("the video could not be written");
        }

        _files.Add((file, target));
        return new DeliveryResult.Delivered(new MessageRef(conversation, "video"));
    }

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream>(File.OpenRead(attachment.Reference));
        }
        catch (IOException exception)
        {
            throw new AttachmentException(AttachmentProblem.Gone, null, exception);
        }
    }

    private Task<DeliveryResult> Show(MessageRef message, OutboundMessage content)
    {
        if (content.IsFinal)
        {
            line.End();
            _end.TrySetResult(new MakeResult([.. _files], content.Text));
        }
        else
        {
            line.Show(content.Text, content.Progress);
        }

        return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(message));
    }
}
