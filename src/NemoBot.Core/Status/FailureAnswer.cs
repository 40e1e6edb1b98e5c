using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Tells a backend's failure in words that say what can be done, with the buttons that do it.</summary>
internal static class FailureAnswer
{
    /// <param name="error">What went wrong.</param>
    /// <param name="situation">For whom.</param>
    /// <param name="texts">The language.</param>
    public static Answer Describe(BackendError error, FailureSituation situation, Texts texts) => error.Kind switch
    {
        BackendErrorKind.OutOfCredits => OutOfCredits(error, situation, texts),
        BackendErrorKind.ExportBlocked => new Answer(ExportBlocked(error, situation, texts), Again(situation, texts)),
        BackendErrorKind.BadToken => new Answer(texts[situation.OwnAccount ? "error.token-own" : "error.token"], Again(situation, texts)),
        BackendErrorKind.UnsupportedFile => new Answer(texts.Format("error.unsupported", situation.FileTypes)),
        BackendErrorKind.FileTooLarge => new Answer(texts.Format("error.too-large", situation.LargestFile), Compress(situation, texts)),
        BackendErrorKind.RateLimited => new Answer(texts["error.rate"], Again(situation, texts)),
        BackendErrorKind.OutOfSpace => new Answer(texts["media.disk-full"], Again(situation, texts)),
        BackendErrorKind.NoTools => new Answer(texts["media.tool-missing"], Again(situation, texts)),
        BackendErrorKind.Unavailable or BackendErrorKind.NeverSent => new Answer(texts["error.unavailable"], Again(situation, texts)),
        BackendErrorKind.SessionNotFound => new Answer(texts["error.session"], Again(situation, texts)),
        BackendErrorKind.Oversized => new Answer(texts["error.oversized"], ButtonSet.Show("versions", texts)),
        _ => new Answer(texts["error.other"], Again(situation, texts)),
    };

    private static Answer OutOfCredits(BackendError error, FailureSituation situation, Texts texts)
    {
        var words = Register(error, situation) is { } link
            ? texts.Format("error.credits-anonymous", link)
            : texts["error.credits-own"];
        return new Answer(words, Again(situation, texts));
    }

    private static string ExportBlocked(BackendError error, FailureSituation situation, Texts texts) =>
        Register(error, situation) is { } link ? texts.Format("error.export-anonymous", link) : texts["error.export"];

    private static string? Register(BackendError error, FailureSituation situation)
    {
        var user = situation.UserId ?? error.UserId;
        return situation.IsAnonymous && situation.Web is not null && user is not null
            ? $"{situation.Web.ToString().TrimEnd('/')}/register?bind={Uri.EscapeDataString(user)}"
            : null;
    }

    private static Button[] Again(FailureSituation situation, Texts texts)
    {
        if (situation.RenderVersion is { } version)
        {
            return [ButtonSet.ExportAgain(version, situation.RenderPart, texts)];
        }

        return situation switch
        {
            { Turn: 0 } => [],
            { CanGoLocal: true } => [ButtonSet.Rerun(situation.Turn, texts), ButtonSet.Local(situation.Turn, texts)],
            _ => [ButtonSet.Rerun(situation.Turn, texts)],
        };
    }

    private static Button[] Compress(FailureSituation situation, Texts texts) =>
        situation.Turn == 0 ? [] : [new Button(ButtonIds.Of(ButtonIds.Compress, situation.Turn), texts["button.compress"], ButtonStyle.Primary)];
}
