using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Homes;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Timeline;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Posts a message to the backend, once, and shows in the status message what comes back.</summary>
internal sealed partial class PromptStream(SessionStreams streams, LaneCheck lane, TimeProvider clock, ILogger<PromptStream> logger)
{
    /// <summary>Waits until the service has ended a message of this session whose turn was cancelled.</summary>
    public async Task WaitForUnfinishedAsync(TurnContext context, string session, CancellationToken cancellationToken)
    {
        if (streams.FindUnfinished(session) is { } unfinished)
        {
            await context.StageAsync("status.waiting-cancelled", cancellationToken).ConfigureAwait(false);
            await unfinished.WaitAsync(cancellationToken).ConfigureAwait(false);
            await context.StageAsync("stage.thinking", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="BackendException">The prompt had no effect, or (Unavailable) the outcome is unknown.</exception>
    public async Task<PromptResult> RunAsync(TurnContext context, string session, string prompt, CancellationToken cancellationToken)
    {
        var transcript = new Transcript(context.Conversation.Language, context.Backend.Traits.WritesPlainText);
        var status = await context.StatusAsync(cancellationToken).ConfigureAwait(false);
        status.Stage(context.Texts["stage.thinking"], context.CancelButton);

        // From here on the message counts as sent, whatever happens: it is never posted again.
        await context.SaveAsync(t => t with { State = TurnState.Sent, SentAt = clock.GetUtcNow(), SessionId = session }, cancellationToken)
            .ConfigureAwait(false);

        // A process that was frozen here would post beside the one that has gone on with the conversation.
        await lane.RequireAsync(context.Key, cancellationToken).ConfigureAwait(false);
        var lost = false;
        using var span = BotTraces.Start("stream", ActivityKind.Client);
        span?.SetTag("backend", context.Backend.Traits.Name);
        using var open = BotMetrics.StreamOpened("backend");
        var announcer = new RawVideoAnnouncer(context, status);
        await foreach (var item in streams.RunAsync(context.Backend, context.Caller, session, prompt, cancellationToken).ConfigureAwait(false))
        {
            lost |= item is BackendEvent.Lost;
            await TakeAsync(item, context, status, transcript, announcer, cancellationToken).ConfigureAwait(false);
        }

        transcript.Close();
        return new PromptResult(transcript, lost);
    }

    private async Task TakeAsync(
        BackendEvent item, TurnContext context, LiveStatus status, Transcript transcript, RawVideoAnnouncer announcer, CancellationToken cancellationToken)
    {
        switch (item)
        {
            case BackendEvent.TextDelta delta:
                transcript.Append(delta.Text);
                status.Say(announcer.Prefix + transcript.Show());
                break;
            case BackendEvent.TextDone done:
                transcript.Complete(done.Text);
                status.Say(announcer.Prefix + transcript.Show());
                break;
            case BackendEvent.ToolStarted { Name: Transcript.OfferTool } offer:
                transcript.AddOffers(offer.Arguments);
                break;
            case BackendEvent.ToolStarted tool:
                announcer.Started(tool.Name);
                transcript.HasGenerated |= ToolStages.Generates(tool.Name);
                ShowStage(tool, context, status);
                break;
            case BackendEvent.ToolFinished tool:
                await announcer.FinishedAsync(tool.Name, cancellationToken).ConfigureAwait(false);
                break;
            case BackendEvent.StateChanged state:
                announcer.Changed(state.Delta);
                break;
            case BackendEvent.Heartbeat:
                break;
            case BackendEvent.Failed failed:
                LogFailed(logger, failed.Error.Kind, failed.Code);
                transcript.Errors.Add(failed.Error);
                break;
            case BackendEvent.Lost lost:
                LogLost(logger, lost.Reason);
                break;
            default:
                break;
        }
    }

    private static void ShowStage(BackendEvent.ToolStarted tool, TurnContext context, LiveStatus status)
    {
        var stage = context.Texts[ToolStages.KeyOf(tool.Name)];
        if (tool.Arguments.ValueKind == JsonValueKind.Object
            && tool.Arguments.TryGetProperty("progress", out var progress) && progress.ValueKind == JsonValueKind.Number)
        {
            status.Stage(stage, Math.Clamp(progress.GetDouble(), 0, 1), [context.CancelButton]);
        }
        else
        {
            status.Stage(stage, context.CancelButton);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stream told of an error: {Kind}, code {Code}.")]
    private static partial void LogFailed(ILogger logger, BackendErrorKind kind, string? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stream was lost: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);

    /// <summary>
    /// In a generation of two stages the raw video comes first, music, titles and effects later: the raw video is announced when its
    /// draft appears.
    /// </summary>
    private sealed class RawVideoAnnouncer(TurnContext context, LiveStatus status)
    {
        private bool _generating;
        private bool _told;

        public string Prefix { get; private set; } = "";

        public void Started(string tool) => _generating |= ToolStages.Generates(tool);

        public async Task FinishedAsync(string tool, CancellationToken cancellationToken)
        {
            if (_told || !ToolStages.Generates(tool))
            {
                return;
            }

            try
            {
                var state = await context.Backend.GetStateAsync(context.Caller, context.Turn.SessionId!, cancellationToken).ConfigureAwait(false);
                Tell(state.DraftJson);
            }
            catch (BackendException)
            {
                // Only the announcement is missed.
            }
        }

        public void Changed(JsonElement delta)
        {
            if (_generating && !_told && delta.ValueKind is JsonValueKind.Object && delta.TryGetProperty("draft", out var draft))
            {
                Tell(draft.GetRawText());
            }
        }

        private void Tell(string? json)
        {
            var view = json is null ? TimelineView.Empty : DraftReader.Read(json, null, null);
            if (TimelineParts.IsRawVideo(view))
            {
                _told = true;
                Prefix = context.Texts.Format("status.raw-video", TimelineSummary.Describe(view, context.Texts)) + "\n\n";
                status.Stage(context.Texts["stage.finishing"], context.CancelButton);
                status.Say(Prefix);
            }
        }
    }
}
