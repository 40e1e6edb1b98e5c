using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/versions</c>: the kept versions; each can be rendered.</summary>
internal sealed class VersionsCommand(IBotStore store) : ICommand
{
    private const int Most = 10;

    public IReadOnlyList<string> Names => ["versions"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var drafts = await store.GetDraftsAsync(context.Key, Most, cancellationToken).ConfigureAwait(false);
        if (drafts.Count == 0)
        {
            return new Answer(context.Texts["timeline.nothing"]);
        }

        // In a chat of one person everything is theirs.
        var lines = drafts.Select(d => $"{d.Version}. {d.Summary}"
            + (context.Message.IsPrivate ? "" : context.Texts.Format("timeline.note", d.Author)));
        var buttons = drafts.Take(5).Select(d =>
            new Button(ButtonIds.Of(ButtonIds.Export, d.Version), context.Texts.Format("button.export-version", d.Version)));
        return new Answer(context.Texts["versions.title"] + "\n" + string.Join("\n", lines), [.. buttons]);
    }
}
