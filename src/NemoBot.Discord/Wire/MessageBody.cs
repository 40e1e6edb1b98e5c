using System.Text.Json.Serialization;
using NemoBot.Core.Platforms;

namespace NemoBot.Discord.Wire;

/// <summary>A message to create or edit.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    public IReadOnlyList<WireComponent>? Components { get; init; }

    public int? Flags { get; init; }

    public required MentionRules AllowedMentions { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public ReplyBody? MessageReference { get; init; }

    public IReadOnlyList<FileBody>? Attachments { get; init; }

    /// <summary>Not sent: awaited directly before each attempt, as <see cref="OutboundMessage.BeforeSend"/>.</summary>
    [JsonIgnore]
    public Func<CancellationToken, Task>? BeforeSend { get; init; }
}
