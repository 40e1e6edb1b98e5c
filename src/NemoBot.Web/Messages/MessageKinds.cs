namespace NemoBot.Web.Messages;

/// <summary>What a message is; the page and scripts read these words.</summary>
internal static class MessageKinds
{
    public const string User = "user";
    public const string Status = "status";
    public const string Text = "text";
    public const string Video = "video";
    public const string File = "file";

    /// <summary>Taken back: kept as a mark, so that readers who were away hear of it.</summary>
    public const string Deleted = "deleted";
}
