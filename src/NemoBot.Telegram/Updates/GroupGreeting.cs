using System.Globalization;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Words;

namespace NemoBot.Telegram.Updates;

/// <summary>Says once in a group how files reach the bot there, when privacy mode holds them back.</summary>
internal sealed class GroupGreeting(BotIdentity identity, Notices notices, IPlatformCursors cursors)
{
    private static readonly string[] Languages = ["en", "zh"];

    /// <summary>The bot became a member of a group.</summary>
    public async Task JoinedAsync(ChatAddress group, bool asAdministrator, CancellationToken cancellationToken)
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

        // Nobody knows yet which language the group speaks.
        var text = string.Join("\n\n", Languages.Select(
            language => $"{TelegramWords.Get(language, "hello")}\n{TelegramWords.Get(language, "privacy")}"));
        await cursors.SetCursorAsync(cursor, "1", cancellationToken);
        await notices.SayAsync(group.Key, text, cancellationToken);
    }

    /// <summary>A group has a new id: it is the same group, and was greeted as that.</summary>
    public async Task MovedAsync(long from, long to, CancellationToken cancellationToken)
    {
        if (await cursors.GetCursorAsync(Cursor(from), cancellationToken) is { } greeted)
        {
            await cursors.SetCursorAsync(Cursor(to), greeted, cancellationToken);
        }
    }

    private static string Cursor(long chat) => string.Create(CultureInfo.InvariantCulture, $"telegram:greeted:{chat}");
}
