using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>"Open a thread": the project moves from the channel into a thread below the request.</summary>
internal sealed class ThreadButton(ThreadOpener threads, FollowUps followUps, Answers answers, PlaceBook book)
{
    /// <summary>The button was pressed.</summary>
    public async Task PressAsync(WireInteraction interaction, InboundMessage press, OpenInteraction open, IInboundSink sink, CancellationToken cancellationToken)
    {
        var words = Words.For(interaction.Locale);
        var asker = interaction.Data!.CustomId![ThreadOpener.ButtonPrefix.Length..];
        if (press.Author.Id != asker && press.IsAdministrator != true)
        {
            await followUps.TellAsync(open, words["thread.notYours"], cancellationToken);
            return;
        }

        var name = NameFor(Markdown.Unescape(interaction.Message?.Content ?? ""));
        if (interaction.Message is not { } below || await threads.OpenAsync(open.Channel, below.Id, name, cancellationToken) is not { } thread)
        {
            await followUps.TellAsync(open, words.Format("thread.failed", words["permission.openThreads"]), cancellationToken);
            return;
        }

        var to = press.Conversation with { Channel = thread };
        if (!await sink.KnowsAsync(to, cancellationToken))
        {
            await RememberAsync(thread, open.Channel, press.MessageId, cancellationToken);
            await sink.MoveAsync(press.Conversation, to, cancellationToken);
            await threads.GreetAsync(thread, words["thread.opened"], cancellationToken);
        }

        // The button has done its work.
        await answers.FillAsync(open, Bodies.Text("", []) with { Content = null, Flags = null }, cancellationToken);
    }

    /// <summary>Opens a thread below the shown request and puts the request into it; without a thread it stays where it was.</summary>
    public async Task<InboundMessage> InThreadAsync(InboundMessage message, OpenInteraction open, CancellationToken cancellationToken)
    {
        var name = CommandText.WordsOf(message.Text) is { Length: > 0 } words ? words : message.Attachments is [var file, ..] ? file.Name : "";
        if (await open.Echo is not { } echo || await threads.OpenAsync(open.Channel, echo, name, cancellationToken) is not { } thread)
        {
            return message;
        }

        await RememberAsync(thread, open.Channel, message.MessageId, cancellationToken);
        return message with { Conversation = message.Conversation with { Channel = thread } };
    }

    /// <summary>The words of the request; without any, its files.</summary>
    private static string NameFor(string shown)
    {
        var lines = shown.Split('\n' + Echoes.FileMark, 2);
        var words = CommandText.WordsOf(lines[0]);
        return words.Length > 0 ? words : lines[^1];
    }

    private async Task RememberAsync(string thread, string channel, string seen, CancellationToken cancellationToken)
    {
        var guild = book.Find(channel)?.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (place, isNew) = book.Enter(thread, guild, isPrivate: false);
        if (isNew)
        {
            book.Seen(thread, place, seen);
            await book.SaveAsync(cancellationToken);
        }
    }
}
