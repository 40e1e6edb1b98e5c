using NemoBot.Core.Backend;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using Xunit;

namespace NemoBot.Tests.Status;

/// <summary>Each failure of a service in words, with the buttons that can help.</summary>
public sealed class FailureAnswerTests
{
    private static readonly Texts English = Texts.For("en");

    private static readonly FailureSituation Own = new() { Turn = 7, OwnAccount = true, FileTypes = "MP3", LargestFile = "5 MB" };

    private static readonly FailureSituation Anonymous = Own with
    {
        OwnAccount = false,
        IsAnonymous = true,
        UserId = "a b",
        Web = new Uri("https://nemo.example/"),
        CanGoLocal = true,
    };

    private static readonly Dictionary<string, FailureSituation> Situations = new(StringComparer.Ordinal)
    {
        ["own"] = Own,
        ["anonymous"] = Anonymous,
        ["anonymous without a site"] = Anonymous with { Web = null },
        ["anonymous without a name"] = Anonymous with { UserId = null },
        ["registered"] = Anonymous with { IsAnonymous = false },
        ["no turn"] = Anonymous with { Turn = 0 },
        ["a render"] = Anonymous with { RenderVersion = 3 },
        ["a part of a render"] = Anonymous with { Turn = 0, RenderVersion = 3, RenderPart = 1 },
    };

    [Theory]
    [InlineData(BackendErrorKind.OutOfCredits, "own", "error.credits-own", "rerun:7")]
    [InlineData(BackendErrorKind.OutOfCredits, "registered", "error.credits-own", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.OutOfCredits, "anonymous", "error.credits-anonymous|https://nemo.example/register?bind=a%20b", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.OutOfCredits, "anonymous without a site", "error.credits-own", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.OutOfCredits, "anonymous without a name", "error.credits-anonymous|https://nemo.example/register?bind=from%2Ferror", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.ExportBlocked, "anonymous", "error.export-anonymous|https://nemo.example/register?bind=a%20b", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.ExportBlocked, "own", "error.export", "rerun:7")]
    [InlineData(BackendErrorKind.BadToken, "own", "error.token-own", "rerun:7")]
    [InlineData(BackendErrorKind.BadToken, "anonymous", "error.token", "rerun:7 local:7")]
    [InlineData(BackendErrorKind.UnsupportedFile, "own", "error.unsupported|MP3", "")]
    [InlineData(BackendErrorKind.FileTooLarge, "own", "error.too-large|5 MB", "compress:7")]
    [InlineData(BackendErrorKind.FileTooLarge, "no turn", "error.too-large|5 MB", "")]
    [InlineData(BackendErrorKind.RateLimited, "own", "error.rate", "rerun:7")]
    [InlineData(BackendErrorKind.OutOfSpace, "own", "media.disk-full", "rerun:7")]
    [InlineData(BackendErrorKind.NoTools, "own", "media.tool-missing", "rerun:7")]
    [InlineData(BackendErrorKind.Unavailable, "a render", "error.unavailable", "export:3")]
    [InlineData(BackendErrorKind.NeverSent, "a part of a render", "error.unavailable", "export:3:1")]
    [InlineData(BackendErrorKind.SessionNotFound, "own", "error.session", "rerun:7")]
    [InlineData(BackendErrorKind.Other, "no turn", "error.other", "")]
    [InlineData(BackendErrorKind.Malformed, "own", "error.other", "rerun:7")]
    [InlineData(BackendErrorKind.Oversized, "own", "error.oversized", "show:versions")]
    public void A_failure_is_told_by_its_cause_with_what_can_be_done(BackendErrorKind kind, string situation, string words, string buttons)
    {
        var answer = FailureAnswer.Describe(new BackendError(kind, "x", UserId: "from/error"), Situations[situation], English);
        var parts = words.Split('|');
        Assert.Equal(parts is [var key, var value] ? English.Format(key, value) : English[words], answer.Text);
        Assert.Equal(buttons, string.Join(' ', answer.Buttons.Select(b => b.Id)));
    }
}
