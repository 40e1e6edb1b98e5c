using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NemoBot.Telegram.Files;

/// <summary>The requests that send a file. Absent parts stay null: the service refuses an empty caption's parse mode.</summary>
internal static class FileRequests
{
    /// <summary>Without size and duration, clients show anything over about 10 MB as a square of 0:00.</summary>
    public static SendVideoRequest Video(ChatAddress address, OutboundFile file, SendFallback fallback, InputFile content, InputFile? thumbnail) => new()
    {
        ChatId = address.Chat,
        MessageThreadId = Topic(address, fallback),
        Video = content,
        Thumbnail = thumbnail,
        Width = file.Video!.Width,
        Height = file.Video.Height,
        Duration = (int)Math.Max(1, Math.Round(file.Video.Duration.TotalSeconds)),
        SupportsStreaming = true,
        Caption = Caption(file, fallback),
        ParseMode = Mode(file, fallback),
        ReplyParameters = Reply(file, fallback),
        ReplyMarkup = Keyboard.Create(address, file.Buttons),
    };

    public static SendPhotoRequest Photo(ChatAddress address, OutboundFile file, SendFallback fallback, InputFile content) => new()
    {
        ChatId = address.Chat,
        MessageThreadId = Topic(address, fallback),
        Photo = content,
        Caption = Caption(file, fallback),
        ParseMode = Mode(file, fallback),
        ReplyParameters = Reply(file, fallback),
        ReplyMarkup = Keyboard.Create(address, file.Buttons),
    };

    public static SendDocumentRequest Document(ChatAddress address, OutboundFile file, SendFallback fallback, InputFile content) => new()
    {
        ChatId = address.Chat,
        MessageThreadId = Topic(address, fallback),
        Document = content,
        Caption = Caption(file, fallback),
        ParseMode = Mode(file, fallback),
        ReplyParameters = Reply(file, fallback),
        ReplyMarkup = Keyboard.Create(address, file.Buttons),
    };

    private static int? Topic(ChatAddress address, SendFallback fallback) => fallback.Topic ? (int?)address.Topic : null;

    private static string? Caption(OutboundFile file, SendFallback fallback)
    {
        var plain = Markup.Plain(file.Caption);
        return string.IsNullOrWhiteSpace(plain) ? null : fallback.Html ? Markup.Escape(plain) : plain;
    }

    private static ParseMode Mode(OutboundFile file, SendFallback fallback) =>
        fallback.Html && !string.IsNullOrWhiteSpace(file.Caption) ? ParseMode.Html : ParseMode.None;

    private static ReplyParameters? Reply(OutboundFile file, SendFallback fallback) => fallback.Reply ? MessageIds.CreateReply(file.ReplyTo) : null;
}
