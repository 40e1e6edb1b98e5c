using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Contracts;

/// <summary>
/// A platform over its stand-in, and the hands and eyes of the people who use it. One harness serves one test. What a platform
/// cannot do (nobody can slow down a page of our own) it says with the <c>Can…</c> properties; the suite then skips that promise by name.
/// </summary>
public interface IPlatformHarness : IAsyncDisposable
{
    /// <summary>The adapter under test; another instance after <see cref="RestartAsync"/>.</summary>
    IChatPlatform Platform { get; }

    /// <summary>A conversation in which the bot may write and hears everything: a private chat where the platform has one.</summary>
    ConversationKey Conversation { get; }

    /// <summary>A second conversation, of other people.</summary>
    ConversationKey Other { get; }

    /// <summary>The service can refuse a conversation for a while, and nothing else.</summary>
    bool CanRateLimit { get; }

    /// <summary>People can block or remove the bot.</summary>
    bool CanRemoveBot { get; }

    /// <summary>People (or moderators) can delete a message of the bot.</summary>
    bool CanDelete { get; }

    /// <summary>The service may hand over one and the same message twice.</summary>
    bool CanRedeliver { get; }

    /// <summary>People can say things here, with files and buttons.</summary>
    bool CanListen { get; }

    /// <summary>Runs the platform with this sink and returns once it receives.</summary>
    Task StartAsync(IInboundSink sink, CancellationToken cancellationToken);

    /// <summary>Ends the platform as a restart of the process does and starts a new instance on the same stored things.</summary>
    Task RestartAsync(IInboundSink sink, CancellationToken cancellationToken);

    /// <summary>What a reader of the conversation sees now, in order: after the platform's client has taken the markup away.</summary>
    Task<IReadOnlyList<SeenMessage>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Somebody says something there, with at most one file.</summary>
    /// <returns>The id that <see cref="InboundMessage.MessageId"/> must have.</returns>
    Task<string> SayAsync(ConversationKey conversation, string text, SaidFile? file, CancellationToken cancellationToken);

    /// <summary>Somebody presses a button as it is seen.</summary>
    Task PressAsync(MessageRef message, string label, CancellationToken cancellationToken);

    /// <summary>The service hands over the newest message once more.</summary>
    Task RedeliverAsync(CancellationToken cancellationToken);

    /// <summary>Somebody deletes a message of the bot.</summary>
    Task DeleteAsync(MessageRef message, CancellationToken cancellationToken);

    /// <summary>From now on the service refuses everything in the conversation for that long.</summary>
    Task RateLimitAsync(ConversationKey conversation, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Lets that much of the platform's and the service's time go by.</summary>
    Task PassAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Somebody blocks or removes the bot.</summary>
    Task RemoveBotAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
