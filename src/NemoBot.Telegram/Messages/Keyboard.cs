using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Messages;

/// <summary>
/// Buttons as an inline keyboard. An old message's press comes without its topic, so the topic goes into the button's data
/// behind a space (ids have none), where the 64 bytes allow it.
/// </summary>
internal static class Keyboard
{
    private const int DataBytes = 64;
    private const int WideLabel = 16;
    private const char FirstWide = '\u2e80';

    /// <summary>The keyboard; null without buttons.</summary>
    public static InlineKeyboard? Of(ChatAddress address, IReadOnlyList<Button> buttons) =>
        buttons.Count == 0 ? null : new InlineKeyboard { Rows = [.. Rows(address, buttons)] };

    /// <summary>Takes a button's data apart.</summary>
    public static (string Id, long? Topic) Read(string data)
    {
        var space = data.LastIndexOf(' ');
        return space > 0 && long.TryParse(data.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var topic)
            ? (data[..space], topic)
            : (data, null);
    }

    /// <summary>Two short labels share a row; a long one has its own, or phones would cut it.</summary>
    private static IEnumerable<IReadOnlyList<InlineButton>> Rows(ChatAddress address, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            if (i + 1 < buttons.Count && !IsWide(buttons[i]) && !IsWide(buttons[i + 1]))
            {
                yield return [Button(address, buttons[i]), Button(address, buttons[++i])];
            }
            else
            {
                yield return [Button(address, buttons[i])];
            }
        }
    }

    /// <summary>A Chinese character takes the room of two letters.</summary>
    private static bool IsWide(Button button) => button.Label.Sum(c => c >= FirstWide ? 2 : 1) > WideLabel;

    private static InlineButton Button(ChatAddress address, Button button)
    {
        var withTopic = address.Topic is { } topic ? string.Create(CultureInfo.InvariantCulture, $"{button.Id} {topic}") : button.Id;
        return new InlineButton { Text = Markup.Plain(button.Label), CallbackData = withTopic.Length <= DataBytes ? withTopic : button.Id };
    }
}
