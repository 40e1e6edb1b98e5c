using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Commands;

/// <summary>Writes a command in the form the engine reads on every platform: <c>/name words</c>.</summary>
internal static class CommandText
{
    private const int TextOption = 3;
    private const int RoleOption = 8;
    private const int FileOption = 11;
    private const int MessageMenu = 3;

    public static string Write(WireInteractionData data, string self)
    {
        if (data.Type == MessageMenu)
        {
            return ("/make " + (Target(data) is { } message ? MessageReader.Text(message, self) : "")).TrimEnd();
        }

        if ((data.Options ?? []).FirstOrDefault(o => o.Type == RoleOption) is { } role)
        {
            // Only /settings takes a role: it grants access.
            return $"/{data.Name} access role <@&{Value(role)}>";
        }

        var words = (data.Options ?? []).Where(o => o.Type == TextOption).Select(Value).Where(v => v.Length > 0);
        return ("/" + data.Name + " " + string.Join(' ', words)).TrimEnd();
    }

    /// <summary>Returns true for the command that starts work.</summary>
    public static bool IsMake(string text) => text == "/make" || text.StartsWith("/make ", StringComparison.Ordinal);

    /// <summary>The text after the command's name.</summary>
    public static string WordsOf(string text) =>
        text.StartsWith('/') && text.Split(' ', 2) is [_, var words] ? words : text.StartsWith('/') ? "" : text;

    /// <summary>The files attached to the command, or those of the message whose context menu was used.</summary>
    public static IReadOnlyList<Attachment> Files(WireInteraction interaction, string self)
    {
        var data = interaction.Data!;
        if (data.Type == MessageMenu)
        {
            return Target(data) is { } message ? MessageReader.Attachments(message with { ChannelId = message.ChannelId ?? interaction.ChannelId }, self) : [];
        }

        return
        [
            .. (data.Options ?? []).Where(o => o.Type == FileOption)
                .Select(o => data.Resolved?.Attachments?.GetValueOrDefault(Value(o)))
                .OfType<WireAttachment>()
                .Select(f => MessageReader.Attachment(f, channel: "", message: "")),
        ];
    }

    /// <summary>The value of an option as text.</summary>
    public static string Value(WireOption option) => option.Value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
        { } other => other.ToString(),
        null => "",
    };

    private static WireMessage? Target(WireInteractionData data) =>
        data.TargetId is { } id ? data.Resolved?.Messages?.GetValueOrDefault(id) : null;
}
