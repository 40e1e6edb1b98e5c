using System.Globalization;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Words;

namespace NemoBot.Telegram.Updates;

/// <summary>Explains once per group how to give the bot a file while privacy mode hides files from it.</summary>
internal sealed class GroupGreeting(BotIdentity identity, NoticeSender notices, IPlatformCursors cursors)
{
    private static readonly string[] Languages = ["en", "zh"];

    /// <summary>Greets a group that the bot has joined.</summary>
    public async Task GreetAsync(ChatAddress group, bool asAdministrator, CancellationToken cancellationToken)
    {
        if (!identity.HasPrivacyMode || asAdministrator)
        {
            return;
        }

        var cursor = Cursor(group.Chat);
        if (await cursors.GetCursorAsync(cursor, cancellationToken) is not null)
        {
            return;
        }

        // The language of the group is not known yet, so the text has both.
        var text = string.Join("\n\n", Languages.Select(
            language => $"{TelegramWords.Get(language, "hello")}\n{TelegramWords.Get(language, "privacy")}"));
        await cursors.SetCursorAsync(cursor, "1", cancellationToken);
        await notices.SendAsync(group.Key, text, cancellationToken);
    }

    /// <summary>A group got a new id and must not be greeted again.</summary>
    public async Task MoveAsync(long from, long to, CancellationToken cancellationToken)
    {
        if (await cursors.GetCursorAsync(Cursor(from), cancellationToken) is { } greeted)
        {
            await cursors.SetCursorAsync(Cursor(to), greeted, cancellationToken);
        }
    }

    private static string Cursor(long chat) => string.Create(CultureInfo.InvariantCulture, $"telegram:greeted:{chat}");
}
