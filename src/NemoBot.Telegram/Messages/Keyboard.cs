using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using Telegram.Bot.Types.ReplyMarkups;

namespace NemoBot.Telegram.Messages;

/// <summary>
/// Buttons as an inline keyboard. A press on an old message arrives without the message's topic, so the button's data ends with the topic
/// after a space (ids contain none), where the 64 bytes allow it.
/// </summary>
internal static class Keyboard
{
    private const int DataBytes = 64;
    private const int WideLabel = 16;
    private const char FirstWideCharacter = '\u2e80';

    /// <summary>Creates the keyboard; null without buttons.</summary>
    public static InlineKeyboardMarkup? Create(ChatAddress address, IReadOnlyList<Button> buttons) =>
        buttons.Count == 0 ? null : new InlineKeyboardMarkup(CreateRows(address, buttons));

    /// <summary>Splits a button's data.</summary>
    public static (string Id, long? Topic) Read(string data)
    {
        var space = data.LastIndexOf(' ');
        return space > 0 && long.TryParse(data.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var topic)
            ? (data[..space], topic)
            : (data, null);
    }

    /// <summary>Two short labels share a row; a long one has its own, because phones would cut it.</summary>
    private static List<IEnumerable<InlineKeyboardButton>> CreateRows(ChatAddress address, IReadOnlyList<Button> buttons)
    {
        List<IEnumerable<InlineKeyboardButton>> rows = [];
        for (var i = 0; i < buttons.Count; i++)
        {
            var isPair = i + 1 < buttons.Count && !IsWide(buttons[i]) && !IsWide(buttons[i + 1]);
            rows.Add(isPair ? [CreateButton(address, buttons[i]), CreateButton(address, buttons[++i])] : [CreateButton(address, buttons[i])]);
        }

        return rows;
    }

    /// <summary>A Chinese character is as wide as two letters.</summary>
    private static bool IsWide(Button button) => button.Label.Sum(c => c >= FirstWideCharacter ? 2 : 1) > WideLabel;

    private static InlineKeyboardButton CreateButton(ChatAddress address, Button button)
    {
        var withTopic = address.Topic is { } topic ? string.Create(CultureInfo.InvariantCulture, $"{button.Id} {topic}") : button.Id;
        return InlineKeyboardButton.WithCallbackData(Markup.Plain(button.Label), withTopic.Length <= DataBytes ? withTopic : button.Id);
    }
}
