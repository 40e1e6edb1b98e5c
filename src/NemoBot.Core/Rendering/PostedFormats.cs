using System.Text.Json.Nodes;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>
/// What a new version need not make again: who asks for a teaser or another shape beside a finished video has that video already.
/// </summary>
internal sealed class PostedFormats(IBotStore store)
{
    /// <summary>The first format of a version that is not posted yet; 0 if all are to be made.</summary>
    public async Task<int> FirstOwedAsync(DraftRecord draft, BackendTraits traits, CancellationToken cancellationToken)
    {
        var formats = RenderParts.Of(draft, traits, isPreview: false);
        if (formats.Count == 0 || await FindSameAsync(draft, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return 0;
        }

        var made = RenderParts.Of(before, traits, isPreview: false);
        if (!await IsPostedAsync(before, Math.Max(1, made.Count), cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }

        var owed = formats.TakeWhile((f, i) => made.Count == 0 ? i == 0 : made.Contains(f)).Count();
        return owed < formats.Count ? owed : 0;
    }

    /// <summary>The version before, if it differs in nothing but the formats.</summary>
    private async Task<DraftRecord?> FindSameAsync(DraftRecord draft, CancellationToken cancellationToken) =>
        await store.GetDraftsAsync(draft.Conversation, 2, cancellationToken).ConfigureAwait(false) is [var newest, var before]
        && newest.Version == draft.Version && before.Project == draft.Project && (before.Width, before.Height) == (draft.Width, draft.Height)
        && HashOf(before) == HashOf(draft)
            ? before : null;

    private async Task<bool> IsPostedAsync(DraftRecord draft, int files, CancellationToken cancellationToken)
    {
        var renders = await store.GetRendersAsync(draft.Conversation, cancellationToken).ConfigureAwait(false);
        return renders.LastOrDefault(r => !r.IsPreview) is { State: RenderState.Completed, IsClosed: true, DeliveredMessageId: not null } last
            && last.DraftVersion == draft.Version && last.Part + 1 == files;
    }

    private static string HashOf(DraftRecord draft)
    {
        var root = JsonNode.Parse(draft.Json);
        if (root?["output"] is JsonObject output)
        {
            output.Remove("formats");
            if (output.Count == 0)
            {
                root.AsObject().Remove("output");
            }
        }

        return DraftHash.Of(root?.ToJsonString() ?? draft.Json);
    }
}
