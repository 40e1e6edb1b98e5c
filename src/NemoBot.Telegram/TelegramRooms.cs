using NemoBot.Telegram.Files;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Updates;

namespace NemoBot.Telegram;

/// <summary>The parts that the platform is made of.</summary>
internal sealed record TelegramRooms(
    BotIdentity Identity,
    UpdateHandler Handler,
    UpdatePoller Poller,
    WebhookReceiver Webhook,
    CommandRegistration Commands,
    Administrators Administrators,
    BackgroundWork Background,
    ChatNews News,
    TextSender Texts,
    FileSender FileSender,
    FileOpener FileOpener);
