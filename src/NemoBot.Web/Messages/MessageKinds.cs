namespace NemoBot.Web.Messages;

/// <summary>The kinds of messages, as the API names them.</summary>
internal static class MessageKinds
{
    public const string User = "user";
    public const string Status = "status";
    public const string Text = "text";
    public const string Video = "video";
    public const string File = "file";

    /// <summary>Deleted: kept as a tombstone, so that readers who were away learn of it.</summary>
    public const string Deleted = "deleted";
}
