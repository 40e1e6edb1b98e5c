namespace NemoBot.Discord.Commands;

/// <summary>The names of options, as registered and as received.</summary>
internal static class OptionNames
{
    public const string Text = "text";
    public const string Version = "version";
    public const string Skill = "skill";
    public const string Language = "language";
    public const string Setting = "setting";
    public const string Code = "code";
    public const string Role = "role";
}
