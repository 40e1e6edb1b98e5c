using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>The form of <c>/connect</c>: its input is visible to the person alone and part of no message.</summary>
internal static class ConnectForm
{
    public const string Id = "discord.connect";

    private const string Field = "token";
    private const int Row = 1;
    private const int TextField = 4;
    private const int OneLine = 1;

    public static InteractionReply Show(Words words) => new()
    {
        Type = InteractionKinds.Modal,
        Data = new InteractionReplyData
        {
            CustomId = Id,
            Title = words["connect.title"],
            Components =
            [
                new WireComponent
                {
                    Type = Row,
                    Components =
                    [
                        new WireComponent
                        {
                            Type = TextField,
                            CustomId = Field,
                            Label = words["connect.label"],
                            Style = OneLine,
                            MaxLength = 400,
                            Required = false,
                            Placeholder = "nmv_usr_…",
                        },
                    ],
                },
            ],
        },
    };

    /// <summary>The input; null if it is empty.</summary>
    public static string? Read(WireInteractionData data)
    {
        var value = All(data.Components).FirstOrDefault(c => c.CustomId == Field)?.Value?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static IEnumerable<WireComponent> All(IEnumerable<WireComponent>? components) =>
        (components ?? []).SelectMany(c => All(c.Components).Concat(All(c.Component is { } inner ? [inner] : null)).Prepend(c));
}
