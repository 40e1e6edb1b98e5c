using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Storage;

/// <summary>Records to store: small ones, and ones in which every property differs from its default.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static TurnRecord Turn(ConversationKey key, string messageId) => new()
    {
        Message = new InboundMessage
        {
            Conversation = key,
            MessageId = messageId,
            Author = new Author("7", "Ana"),
            Text = "add a title",
        },
        CreatedAt = Noon,
    };

    public static TurnRecord FullTurn(ConversationKey key, string messageId) => new()
    {
        Message = new InboundMessage
        {
            Conversation = key,
            MessageId = messageId,
            Author = new Author("7", "Ana \"the voice\" 安娜 🎤"),
            Text = "把标题改成黄色\nand 'fade' it in; DROP TABLE turns",
            Attachments = [new Attachment("../a\n'b'.mp3", "audio/mpeg", 123_456_789_012, "file:1"), new Attachment("b", null, null, "r")],
            ActionId = "export:3",
            ActionMessageId = "m1",
            Language = "zh-CN",
            Server = "900",
            IsPrivate = true,
            IsAdministrator = false,
        },
        State = TurnState.Sent,
        StatusMessageId = "s1",
        Prompt = "make it yellow",
        SessionId = "session",
        DraftBefore = 3,
        DraftHashBefore = "abc",
        FilesUploaded = true,
        Reply = "Done: the title is yellow.",
        CreditsBefore = 100,
        CreditsAfter = 90,
        CostAccepted = true,
        Offers = ["make it red", "导出"],
        HasGenerated = true,
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Owner = "one",
        LeaseUntil = Noon.AddMinutes(1),
        CreatedAt = Noon,
        SentAt = Noon.AddSeconds(1),
        EndedAt = Noon.AddSeconds(2),
    };

    public static ConversationRecord Conversation(ConversationKey key) => new()
    {
        Key = key,
        Skill = "a2e-ai",
        Language = "en",
        CreatedAt = Noon,
        UpdatedAt = Noon,
    };

    public static ConversationRecord FullConversation(ConversationKey key) => new()
    {
        Key = key,
        Skill = "music-to-ai",
        Language = "zh",
        LanguageChosen = true,
        AutoRender = false,
        Access = AccessPolicy.Group,
        AccessGroup = new MemberGroup("77", "Editors 编辑"),
        AccountKey = "own-1",
        Backend = "cloud",
        SessionId = "session",
        TaskId = "task",
        UserId = "user",
        Project = 4,
        ProjectFirstTurn = 17,
        ShownVersion = 2,
        RenderOwed = true,
        CreditsUsed = 5_000_000_000,
        IsClosed = true,
        CreatedAt = Noon,
        UpdatedAt = Noon.AddHours(1),
    };

    public static DraftRecord Draft(ConversationKey key, string summary = "Title added", int project = 1) => new()
    {
        Conversation = key,
        Project = project,
        Json = $$"""{"t":[], "note":"{{summary}}"}""",
        Summary = summary,
        Author = "Ana",
        SessionId = "session",
        Backend = "local",
        CreatedAt = Noon,
    };

    public static DraftRecord FullDraft(ConversationKey key) => Draft(key) with { Version = 1, Width = 1920, Height = 1080, SessionVersion = 7 };

    public static RenderRecord Render(ConversationKey key, string id) => new()
    {
        Id = id,
        Conversation = key,
        DraftVersion = 1,
        Backend = "local",
        CreatedAt = Noon,
    };

    public static RenderRecord FullRender(ConversationKey key, string id) => new()
    {
        Id = id,
        Conversation = key,
        DraftVersion = 3,
        Backend = "cloud",
        IsPreview = true,
        Part = 1,
        FirstPart = 1,
        State = RenderState.Completed,
        Submitted = true,
        Polls = 4,
        Url = "https://example.org/a.mp4",
        Note = "Loudness: -20 → -16 LUFS.",
        TurnId = 12,
        StatusMessageId = "s",
        DeliveredMessageId = "d",
        IsClosed = true,
        Owner = "one",
        LeaseUntil = Noon.AddMinutes(1),
        CreatedAt = Noon,
        EndedAt = Noon.AddMinutes(2),
    };

    public static PendingReply FullEnding(ConversationKey key) => new()
    {
        Conversation = key,
        TurnId = 12,
        StatusMessageId = "s",
        Text = "Done: \"yellow\" 黄色",
        Buttons = [new Button("export:3", "Render to MP4", ButtonStyle.Primary), new Button("undo", "撤销")],
        Owner = "one",
        LeaseUntil = Noon.AddMinutes(1),
        CreatedAt = Noon,
    };

    public static AccountRecord FullAccount(string key) => new()
    {
        Key = key,
        ClientId = "client",
        ProtectedToken = "encrypted",
        UserId = "user",
        ExpiresAt = Noon.AddDays(30),
    };
}
