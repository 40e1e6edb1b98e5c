using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/timeline</c>: what is on the timeline, as a list and as a picture.</summary>
internal sealed partial class TimelineCommand(
    IBotStore store, PlatformDirectory platforms, IMediaTools media, IOptions<WorkOptions> work, ILogger<TimelineCommand> logger) : ICommand
{
    public IReadOnlyList<string> Names => ["timeline"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false);
        if (newest is not [var draft] || draft.Project != context.Conversation.Project)
        {
            return new Answer(context.Texts["timeline.nothing"]);
        }

        var view = DraftReader.Read(draft.Json, draft.Width, draft.Height);
        var summary = context.Texts.Format("timeline.version", draft.Version) + "\n" + TimelineSummary.Describe(view, context.Texts);
        IReadOnlyList<Button> buttons = [ButtonSet.Export(draft, context.Texts), ButtonSet.Show("versions", context.Texts)];
        return await SendPictureAsync(context, TimelineSummary.InWords(view, context.Texts), summary, buttons, cancellationToken).ConfigureAwait(false) ? null : new Answer(summary, buttons);
    }

    private async Task<bool> SendPictureAsync(
        TurnContext context, TimelineView view, string summary, IReadOnlyList<Button> buttons, CancellationToken cancellationToken)
    {
        var platform = platforms.For(context.Key);
        var limits = await platform.GetLimitsAsync(context.Key, cancellationToken).ConfigureAwait(false);
        if (platform.MeasureText(summary) > limits.CaptionLength)
        {
            return false;
        }

        try
        {
            using var folder = WorkFolder.Open(work.Value, $"timeline-{context.Turn.Id}");
            var path = Path.Combine(folder.Path, "timeline.png");
            await media.DrawTimelineAsync(view, path, cancellationToken).ConfigureAwait(false);
            var result = await platform.SendFileAsync(
                context.Key,
                new OutboundFile
                {
                    Path = path,
                    FileName = "timeline.png",
                    MimeType = "image/png",
                    Size = new FileInfo(path).Length,
                    Caption = summary,
                    Buttons = Messenger.Fit(buttons, limits),
                },
                cancellationToken).ConfigureAwait(false);

            // A picture whose answer was lost may be there: the list would stand below it a second time.
            return result is DeliveryResult.Delivered or DeliveryResult.Gone or DeliveryResult.Unknown;
        }
        catch (MediaException exception)
        {
            LogNoPicture(logger, exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The picture of a timeline could not be drawn; the list goes alone.")]
    private static partial void LogNoPicture(ILogger logger, Exception exception);
}
