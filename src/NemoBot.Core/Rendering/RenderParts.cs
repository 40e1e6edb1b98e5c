using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>
/// The files of one render: a draft may name several formats. They are made and posted one after the other, and the record says which of
/// them is next, so that a restart neither repeats one nor leaves one out.
/// </summary>
internal sealed class RenderParts(IBotStore store, TimeProvider clock)
{
    /// <summary>The formats to make, the draft's own first; empty if there is only that.</summary>
    public static IReadOnlyList<string> Of(DraftRecord draft, BackendTraits traits, bool isPreview) =>
        traits.CanMakeFormats && !isPreview ? DraftReader.Read(draft.Json, draft.Width, draft.Height).Formats : [];

    /// <summary>Continues with the next format; false if the one just posted was the last.</summary>
    public async Task<bool> NextAsync(RenderTask task, CancellationToken cancellationToken)
    {
        if (task.IsLastPart)
        {
            return false;
        }

        var part = task.Record.Part + 1;
        RenderRecord Next(RenderRecord r) => r with
        {
            Part = part,
            State = RenderState.Pending,
            Submitted = false,
            Polls = 0,
            Url = null,
            Note = null,
            CreatedAt = clock.GetUtcNow(),
        };
        if (await store.UpdateRenderAsync(task.Record.Id, Next, cancellationToken).ConfigureAwait(false) is not { } saved)
        {
            // Forgotten or closed meanwhile.
            throw task.Vanish();
        }

        task.Record = saved;
        task.MayExist = false;
        return true;
    }
}
