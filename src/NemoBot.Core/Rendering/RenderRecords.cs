using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>Makes the records of new renders, which belong to this process.</summary>
internal sealed class RenderRecords(IOptions<ClaimOptions> claims, TimeProvider clock)
{
    /// <summary>A new id for a render, unique for all time.</summary>
    public static string NewId() => "render_" + Guid.NewGuid().ToString("N");

    /// <summary>The record of a new render.</summary>
    /// <param name="draft">The version to render.</param>
    /// <param name="turn">The turn that leads to it.</param>
    /// <param name="status">The posted status message that shows its progress; null if there is none yet.</param>
    public RenderRecord New(DraftRecord draft, long turn, MessageRef? status)
    {
        var now = clock.GetUtcNow();
        return new RenderRecord
        {
            Id = NewId(),
            Conversation = draft.Conversation,
            DraftVersion = draft.Version,
            Backend = draft.Backend,
            TurnId = turn,
            StatusMessageId = status?.MessageId,
            Owner = claims.Value.Instance,
            LeaseUntil = now + claims.Value.Lease,
            CreatedAt = now,
        };
    }
}
