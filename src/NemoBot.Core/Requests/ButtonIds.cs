namespace NemoBot.Core.Requests;

/// <summary>
/// The ids of buttons: a verb and what it needs, so that a button of last month still means the same. What does not fit into an id
/// is looked up in the store by the turn's number.
/// </summary>
internal static class ButtonIds
{
    public const string Cancel = "cancel";
    public const string Compress = "compress";
    public const string Drop = "drop";
    public const string Export = "export";
    public const string Forget = "forget";
    public const string Go = "go";
    public const string Keep = "keep";
    public const string Language = "language";
    public const string Local = "local";
    public const string New = "new";
    public const string Offer = "offer";
    public const string Preset = "preset";
    public const string Rerun = "rerun";
    public const string Setting = "set";
    public const string Show = "show";
    public const string Skill = "skill";
    public const string Starter = "starter";
    public const string Undo = "undo";

    /// <summary><c>verb:part:part</c>.</summary>
    public static string Of(string verb, params object[] parts) => parts.Length == 0 ? verb : verb + ":" + string.Join(':', parts);

    /// <summary>The verb and its parts.</summary>
    public static (string Verb, string[] Parts) Read(string id)
    {
        var pieces = id.Split(':');
        return (pieces[0], pieces[1..]);
    }
}
