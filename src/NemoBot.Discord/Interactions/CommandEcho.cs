using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>Shows a command's request in the channel, where others see only its name, and notifies privately of missing permissions.</summary>
internal sealed class CommandEcho(InteractionResponder responder, FollowUps followUps, ChannelRegistry registry)
{
    /// <summary>Precedes the names of files.</summary>
    public const string FileMark = "📎 ";

    private const int Length = 600;

    /// <summary>Fills the initial reply with the request.</summary>
    public async Task ShowAsync(WireInteraction interaction, InboundMessage message, OpenInteraction open, bool offerThread, CancellationToken cancellationToken)
    {
        var words = Words.For(interaction.Locale);
        Button[] buttons = offerThread ? [new Button(ThreadOpener.ButtonPrefix + message.Author.Id, words["thread.button"])] : [];
        var body = MessageBodies.Text("", buttons) with { Content = Request(message), Flags = null };
        open.SetEcho(await responder.FillAsync(open, body, cancellationToken));
        await NotifyAsync(interaction, open, cancellationToken);
    }

    /// <summary>Notifies privately of what is missing. Not with every command: a guest has few messages, and each notice uses one.</summary>
    public async Task NotifyAsync(WireInteraction interaction, OpenInteraction open, CancellationToken cancellationToken)
    {
        var note = Note(interaction, Words.For(interaction.Locale));
        var hash = note is null ? 0 : string.GetHashCode(note, StringComparison.Ordinal);
        var isNew = true;
        if (registry.Find(open.Channel) is { } state)
        {
            isNew = state.LastNotice != hash;
            state.LastNotice = hash;
        }

        open.IsNotified |= note is not null;
        if (note is not null && isNew)
        {
            await followUps.NotifyAsync(open, note, cancellationToken);
        }
    }

    private static string Request(InboundMessage message)
    {
        var files = message.Attachments.Count == 0 ? "" : "\n" + FileMark + string.Join(", ", message.Attachments.Select(a => a.Name));
        return Markdown.Shorten(message.Text + files, Length);
    }

    private static string? Note(WireInteraction interaction, Words words)
    {
        if (InteractionContext.IsGuest(interaction))
        {
            return words["userInstall"];
        }

        var missing = InteractionContext.Missing(interaction);
        return missing.Count == 0 ? null : FollowUps.NoteFor(words, missing, InteractionContext.IsReadOnly(interaction));
    }
}
