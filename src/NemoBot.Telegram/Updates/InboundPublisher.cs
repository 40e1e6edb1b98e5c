using System.Globalization;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>Translates what people send and posts it to the engine. It returns once the message is on disk.</summary>
internal sealed partial class InboundPublisher(BotIdentity identity, TokenFilter tokens, ILogger<InboundPublisher> logger)
{
    private volatile IInboundSink? _sink;

    /// <summary>True while the platform runs.</summary>
    public bool IsOpen => _sink is not null;

    /// <summary>The engine.</summary>
    public IInboundSink Sink => _sink ?? throw new InvalidOperationException("The platform is not running.");

    /// <summary>Sends everything to this sink from now on.</summary>
    public void Open(IInboundSink sink) => _sink = sink;

    /// <summary>Accepts nothing more.</summary>
    public void Close() => _sink = null;

    /// <summary>Publishes a message, or the parts of an album as one.</summary>
    public async Task PublishAsync(IReadOnlyList<Message> parts, CancellationToken cancellationToken)
    {
        if (TryTranslate(() => InboundTranslator.Translate(parts, identity.Me)) is not { } message)
        {
            return;
        }

        var written = parts.Where(p => (p.Text ?? p.Caption)?.Length > 0)
            .Select(p => new MessageRef(message.Conversation, p.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        if (tokens.Filter(message, written, Sink) is { } rest)
        {
            await Sink.PostAsync(rest, cancellationToken);
        }
    }

    /// <summary>Publishes a pressed button.</summary>
    public async Task PublishAsync(CallbackQuery query, CancellationToken cancellationToken)
    {
        if (TryTranslate(() => InboundTranslator.Translate(query)) is { } press)
        {
            await Sink.PostAsync(press, cancellationToken);
        }
    }

    /// <summary>A message that cannot be translated must not hold up the ones behind it.</summary>
    private InboundMessage? TryTranslate(Func<InboundMessage?> translate)
    {
        try
        {
            return translate();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NullReferenceException or FormatException)
        {
            LogUntranslatable(error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Skipped a Telegram message that cannot be translated")]
    private partial void LogUntranslatable(Exception error);
}
