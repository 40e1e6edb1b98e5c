using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>"Open a thread": moves the project from the channel into a thread on the request.</summary>
internal sealed class ThreadButton(ThreadOpener threads, FollowUps followUps, InteractionResponder responder, ChannelRegistry registry)
{
    /// <summary>Handles a press of the button.</summary>
    public async Task PressAsync(WireInteraction interaction, InboundMessage press, OpenInteraction open, IInboundSink sink, CancellationToken cancellationToken)
    {
        var words = Words.For(interaction.Locale);
        var asker = interaction.Data!.CustomId![ThreadOpener.ButtonPrefix.Length..];
        if (press.Author.Id != asker && press.IsAdministrator != true)
        {
            await followUps.NotifyAsync(open, words["thread.notYours"], cancellationToken);
            return;
        }

        var name = NameFor(Markdown.Unescape(interaction.Message?.Content ?? ""));
        if (interaction.Message is not { } below || await threads.OpenAsync(open.Channel, below.Id, name, cancellationToken) is not { } thread)
        {
            await followUps.NotifyAsync(open, words.Format("thread.failed", words["permission.openThreads"]), cancellationToken);
            return;
        }

        var to = press.Conversation with { Channel = thread };
        if (!await sink.KnowsAsync(to, cancellationToken))
        {
            await RegisterAsync(thread, open.Channel, press.MessageId, cancellationToken);
            await sink.MoveAsync(press.Conversation, to, cancellationToken);
            await threads.GreetAsync(thread, words["thread.opened"], cancellationToken);
        }

        // Remove the button.
        await responder.FillAsync(open, MessageBodies.Text("", []) with { Content = null, Flags = null }, cancellationToken);
    }

    /// <summary>Opens a thread on the shown request and addresses the request to it; if that fails it stays in the channel.</summary>
    public async Task<InboundMessage> InThreadAsync(InboundMessage message, OpenInteraction open, CancellationToken cancellationToken)
    {
        var name = CommandText.WordsOf(message.Text) is { Length: > 0 } words ? words : message.Attachments is [var file, ..] ? file.Name : "";
        if (await open.Echo is not { } echo || await threads.OpenAsync(open.Channel, echo, name, cancellationToken) is not { } thread)
        {
            return message;
        }

        await RegisterAsync(thread, open.Channel, message.MessageId, cancellationToken);
        return message with { Conversation = message.Conversation with { Channel = thread } };
    }

    /// <summary>The text of the request, else the names of its files.</summary>
    private static string NameFor(string shown)
    {
        var lines = shown.Split('\n' + CommandEcho.FileMark, 2);
        var words = CommandText.WordsOf(lines[0]);
        return words.Length > 0 ? words : lines[^1];
    }

    private async Task RegisterAsync(string thread, string channel, string seen, CancellationToken cancellationToken)
    {
        var guild = registry.Find(channel)?.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (state, isNew) = registry.GetOrAdd(thread, guild, isPrivate: false);
        if (isNew)
        {
            registry.MarkRead(thread, state, seen);
            await registry.SaveAsync(cancellationToken);
        }
    }
}
