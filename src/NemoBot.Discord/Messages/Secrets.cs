namespace NemoBot.Discord.Messages;

/// <summary>Recognises account tokens that people write where they do not belong.</summary>
internal static class Secrets
{
    private const string TokenPrefix = "nmv_usr_";

    public static bool Holds(string? text) => text is not null && text.Contains(TokenPrefix, StringComparison.OrdinalIgnoreCase);
}
