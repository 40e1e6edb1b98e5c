using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>Shows in the channel what was asked by a command, because others see only its name; and tells privately what is missing.</summary>
internal sealed class Echoes(Answers answers, FollowUps followUps)
{
    private const int Length = 600;

    /// <summary>Fills the first answer with the request.</summary>
    public async Task ShowAsync(WireInteraction interaction, InboundMessage message, OpenInteraction open, bool offerThread, CancellationToken cancellationToken)
    {
        var words = Words.For(interaction.Locale);
        Button[] buttons = offerThread ? [new Button(ThreadOpener.ButtonPrefix + message.Author.Id, words["thread.button"])] : [];
        var body = Bodies.Text("", buttons) with { Content = Request(message), Flags = null };
        open.SetEcho(await answers.FillAsync(open, body, cancellationToken));
        if (Note(interaction, words) is { } note)
        {
            await followUps.TellAsync(open, note, cancellationToken);
        }
    }

    private static string Request(InboundMessage message)
    {
        var files = message.Attachments.Count == 0 ? "" : "\n📎 " + string.Join(", ", message.Attachments.Select(a => a.Name));
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
