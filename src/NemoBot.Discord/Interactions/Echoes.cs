using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>Shows in the channel what was asked by a command, because others see only its name; and tells privately what is missing.</summary>
internal sealed class Echoes(Answers answers, FollowUps followUps, PlaceBook book)
{
    /// <summary>Stands before the names of files.</summary>
    public const string FileMark = "📎 ";

    private const int Length = 600;

    /// <summary>Fills the first answer with the request.</summary>
    public async Task ShowAsync(WireInteraction interaction, InboundMessage message, OpenInteraction open, bool offerThread, CancellationToken cancellationToken)
    {
        var words = Words.For(interaction.Locale);
        Button[] buttons = offerThread ? [new Button(ThreadOpener.ButtonPrefix + message.Author.Id, words["thread.button"])] : [];
        var body = Bodies.Text("", buttons) with { Content = Request(message), Flags = null };
        open.SetEcho(await answers.FillAsync(open, body, cancellationToken));
        await TellAsync(interaction, open, cancellationToken);
    }

    /// <summary>Tells privately what is missing; not with every command, and for a guest each note is one of few messages.</summary>
    public async Task TellAsync(WireInteraction interaction, OpenInteraction open, CancellationToken cancellationToken)
    {
        var note = Note(interaction, Words.For(interaction.Locale));
        var told = note is null ? 0 : string.GetHashCode(note, StringComparison.Ordinal);
        var isNews = true;
        if (book.Find(open.Channel) is { } place)
        {
            isNews = place.Told != told;
            place.Told = told;
        }

        open.IsTold |= note is not null;
        if (note is not null && isNews)
        {
            await followUps.TellAsync(open, note, cancellationToken);
        }
    }

    private static string Request(InboundMessage message)
    {
        var files = message.Attachments.Count == 0 ? "" : "\n" + FileMark + string.Join(", ", message.Attachments.Select(a => a.Name));
        return Markdown.Shorten(message.Text + files, Length);
    }

    private static string? Note(WireInteraction interaction, Words words)
    {
        if (Surroundings.IsGuest(interaction))
        {
            return words["userInstall"];
        }

        var missing = Surroundings.Missing(interaction);
        return missing.Count == 0 ? null : FollowUps.NoteFor(words, missing, Surroundings.IsMute(interaction));
    }
}
