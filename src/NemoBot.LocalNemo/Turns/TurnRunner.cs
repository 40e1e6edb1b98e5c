using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Intentions;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Carries out one message of a session.</summary>
internal sealed class TurnRunner(AssetStore assets, LocalNemoOptions options, TimeProvider clock)
{
    private const int DraftsKept = 20;

    private SimulationOptions Simulation => options.Simulation;

    /// <summary>Carries it out: what it does is on disk before the client is told.</summary>
    public async Task RunAsync(Session session, string text, AdkStream stream, CancellationToken cancellationToken)
    {
        await stream.BeginAsync();
        var before = session.Record;
        var chinese = IsChinese(before.Language);
        var outcome = Director.Carry(Ask(before, text, chinese));
        var first = before.Draft is null && outcome.Project is not null;
        var ids = outcome.Steps.Count > 0 ? await stream.WriteCallsAsync(outcome.Steps) : [];
        await WaitAsync(stream, Simulation.TurnTime, cancellationToken);
        if (first && Simulation.TwoStages)
        {
            Keep(session, text, outcome with { Project = RawOf(outcome.Project!) });
            await WaitAsync(stream, Simulation.TurnTime, cancellationToken);
        }

        var after = Keep(session, text, outcome);
        if (outcome.Steps.Count > 0)
        {
            await stream.WriteResponsesAsync(outcome.Steps, ids, after.Draft);
        }

        await SpeakAsync(stream, outcome, after.Turns, changed: after.Draft != before.Draft);
    }

    private static bool IsChinese(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the cloud shows first: the picture and the sound, without titles and music.</summary>
    private static Project RawOf(Project project) => project with { Titles = [], Music = [], FadeIn = default, FadeOut = default };

    private Request Ask(SessionRecord session, string text, bool chinese)
    {
        var files = session.Assets.Select(id => assets.Find(id, session.UserId)).ToList();
        return new Request
        {
            Text = session.Deferred.Length == 0 ? text : $"{session.Deferred}\n{text}",
            Chinese = chinese,
            Project = ReadDraft(session),
            Files = [.. files.OfType<Asset>()],
            Seen = files.Take(session.Seen).Count(f => f is not null),
        };
    }

    private Project? ReadDraft(SessionRecord session)
    {
        try
        {
            return session.Draft is { } draft ? new DraftReader(id => assets.Find(id, session.UserId)).Read(draft) : null;
        }
        catch (DraftException)
        {
            // A file of it was deleted from outside: a new beginning is better than a session that is stuck.
            return null;
        }
    }

    private SessionRecord Keep(Session session, string text, Outcome outcome) => session.Update(s =>
    {
        var kept = s with
        {
            UsedAt = clock.GetUtcNow(),
            Seen = s.Assets.Count,
            Turns = s.Turns + 1,
            Deferred = outcome.Deferred ? Limit(s.Deferred.Length == 0 ? text : $"{s.Deferred}\n{text}") : "",
        };
        if (outcome.Undo)
        {
            return s.History.Count == 0 ? kept : kept with { Draft = s.History[^1], History = [.. s.History.SkipLast(1)] };
        }

        var draft = outcome.Project is null ? s.Draft : DraftWriter.Write(outcome.Project, new DraftLabels(outcome.Chinese)) ?? s.Draft;
        return draft == s.Draft ? kept : kept with
        {
            Draft = draft,
            History = s.Draft is null ? s.History : [.. s.History.TakeLast(DraftsKept - 1), s.Draft],
        };
    });

    private string Limit(string text) => text.Length > options.MaxTextLength ? text[..options.MaxTextLength] : text;

    private async Task SpeakAsync(AdkStream stream, Outcome outcome, int turn, bool changed)
    {
        if (Simulation.SilentEvery > 0 && changed && turn % Simulation.SilentEvery == 0)
        {
            return;
        }

        await stream.WriteTextAsync(Simulation.GuiTalk && changed ? outcome.Answer + " " + GuiTalk(outcome.Chinese) : outcome.Answer);
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
