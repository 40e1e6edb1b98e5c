using NemoBot.Core.Backend;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Has the backend fetch the files that a message links to.</summary>
internal sealed class LinkFetcher(SessionProvider sessions)
{
    /// <returns>A note for each link that leads to no file.</returns>
    /// <exception cref="IntakeRefusedException">None of the links that end like a file leads to one.</exception>
    public async Task<IReadOnlyList<string>> FetchAsync(TurnContext context, string words, CancellationToken cancellationToken) =>
    [
        .. await FetchCertainAsync(context, LinkFinder.Find(words), cancellationToken).ConfigureAwait(false),
        .. await FetchApartAsync(context, LinkNotes.Uncertain(context, words), cancellationToken).ConfigureAwait(false),
    ];

    private async Task<IReadOnlyList<string>> FetchCertainAsync(TurnContext context, IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        if (links.Count == 0 || await TryAsync(context, links, cancellationToken).ConfigureAwait(false) is not { } error)
        {
            return [];
        }

        // The service refuses all for one: each is tried on its own.
        var failed = links.Count > 1
            ? await FetchApartAsync(context, links, cancellationToken).ConfigureAwait(false)
            : [LinkNotes.Describe(context, error, links[0])];
        return failed.Count < links.Count
            ? failed
            : throw new IntakeRefusedException(new Answer(string.Join('\n', failed), ButtonSet.Rerun(context.Turn.Id, context.Texts)));
    }

    private async Task<IReadOnlyList<string>> FetchApartAsync(TurnContext context, IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var link in links)
        {
            if (await TryAsync(context, [link], cancellationToken).ConfigureAwait(false) is { } error)
            {
                notes.Add(LinkNotes.Describe(context, error, link));
            }
        }

        return notes;
    }

    /// <returns>Why the backend cannot use one of the links; null if it has fetched all.</returns>
    private async Task<BackendError?> TryAsync(TurnContext context, IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        await context.StageAsync("stage.fetching-links", cancellationToken).ConfigureAwait(false);
        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        try
        {
            await context.Backend.UploadLinksAsync(context.Caller, session, links, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (BackendException exception) when (LinkNotes.IsOfLink(exception.Error))
        {
            return exception.Error;
        }
    }
}
