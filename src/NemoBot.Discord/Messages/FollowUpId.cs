namespace NemoBot.Discord.Messages;

/// <summary>The id of a message that can be edited only with the token of its interaction.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="Message">Discord's id of the message.</param>
internal sealed record FollowUpId(string Interaction, string Message)
{
    private const char Mark = 'i';

    public static FollowUpId? Parse(string id) =>
        id.Length > 0 && id[0] == Mark && id[1..].Split('-') is [var interaction, var message] ? new FollowUpId(interaction, message) : null;

    public override string ToString() => $"{Mark}{Interaction}-{Message}";
}
