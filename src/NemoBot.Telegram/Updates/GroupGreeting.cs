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

        var cursor = string.Create(CultureInfo.InvariantCulture, $"telegram:greeted:{group.Chat}");
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
}
