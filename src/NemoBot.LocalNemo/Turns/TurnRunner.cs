using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Runs one message of a session: the result is on disk before the client hears of it.</summary>
internal sealed class TurnRunner(TurnPlanner planner, LocalNemoOptions options, TimeProvider clock)
{
    private SimulationOptions Simulation => options.Simulation;

    /// <summary>Runs it and writes the events.</summary>
    /// <param name="session">The turn of the session.</param>
    /// <param name="text">The message.</param>
    /// <param name="chinese">The client wants the answer in Chinese, or in English; null: the message decides.</param>
    /// <param name="stream">Where the events go.</param>
    /// <param name="gone">The client closed the stream: slow work that nothing depends on yet, such as a transcription, ends.</param>
    /// <param name="cancellationToken">The server stops.</param>
    public async Task RunAsync(SessionTurn session, string text, bool? chinese, AdkStream stream, CancellationToken gone, CancellationToken cancellationToken)
    {
        await stream.BeginAsync();
        var before = session.Record;
        var progress = new TurnProgress();
        using var planning = CancellationTokenSource.CreateLinkedTokenSource(gone, cancellationToken);
        var outcome = await stream.KeepAliveAsync(planner.RunAsync(before, text, chinese, progress, planning.Token), progress, options.HeartbeatInterval, cancellationToken);
        var first = before.Draft is null && outcome.Project is not null;
        var ids = outcome.Steps.Count > 0 ? await stream.WriteCallsAsync(outcome.Steps) : [];
        await WaitAsync(stream, Simulation.TurnTime, cancellationToken);
        if (first && Simulation.TwoStages)
        {
            await session.UpdateAsync(s => s with { Draft = DraftWriter.Write(RawOf(outcome.Project!), new DraftLabels(outcome.Chinese)) }, cancellationToken);
            await WaitAsync(stream, Simulation.TurnTime, cancellationToken);
        }

        var after = await session.UpdateAsync(
            s => outcome.Update(s) with { UsedAt = clock.GetUtcNow(), Seen = before.Assets.Count, Turns = s.Turns + 1, Chinese = outcome.Chinese }, cancellationToken);
        if (outcome.Steps.Count > 0)
        {
            await stream.WriteResponsesAsync(outcome.Steps, ids, after.Draft);
        }

        if (outcome.Reply.Offers.Count > 0)
        {
            await stream.WriteOffersAsync(outcome.Reply.Offers);
        }

        await SpeakAsync(stream, outcome, after.Turns, changed: after.Draft != before.Draft);
    }

    /// <summary>What the cloud shows first: the picture and the sound, without titles and music.</summary>
    private static Project RawOf(Project project) => project with { Titles = [], Music = [], FadeIn = default, FadeOut = default };

    private async Task SpeakAsync(AdkStream stream, TurnOutcome outcome, int turn, bool changed)
    {
        if (Simulation.SilentEvery > 0 && changed && turn % Simulation.SilentEvery == 0)
        {
            return;
        }

        await stream.WriteTextAsync(Simulation.GuiTalk && changed ? outcome.Reply.Text + " " + GuiTalk(outcome.Chinese) : outcome.Reply.Text);
        if (Simulation.TemporaryIssueNoise)
        {
            await stream.WriteTextAsync("I encountered a temporary issue. Please try again.");
        }
    }

    private static string GuiTalk(bool chinese) => chinese
        ? "您可以打开时间线面板查看，然后点击导出按钮。"
        : "Open the timeline panel to look at it, then click the Export button.";

    private async Task WaitAsync(AdkStream stream, TimeSpan time, CancellationToken cancellationToken)
    {
        for (var left = time; left > TimeSpan.Zero; left -= options.HeartbeatInterval)
        {
            await Task.Delay(left < options.HeartbeatInterval ? left : options.HeartbeatInterval, clock, cancellationToken);
            await stream.WriteHeartbeatAsync();
        }
    }
}
