using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Turns;

/// <summary>Describes an exception that ended a turn: what failed, and what its author can do about it.</summary>
internal sealed partial class TurnFailures(ILogger<TurnFailures> logger)
{
    public async Task<Answer> DescribeAsync(TurnContext context, Exception exception)
    {
        var texts = context.Texts;

        // A client wraps what its source threw while a file was streamed: the innermost cause decides.
        if (Find<AttachmentException>(exception) is { } attachment)
        {
            LogFailed(logger, exception, context.Turn.Id);
            return Again(context, Describe(attachment, context));
        }

        if (Find<StoreException>(exception) is { } stored)
        {
            LogCrashed(logger, exception, context.Turn.Id);
            return Again(context, texts[stored.Problem is StoreProblem.Full ? "media.disk-full" : "error.store"]);
        }

        if (Find<VaultException>(exception) is not null)
        {
            LogFailed(logger, exception, context.Turn.Id);
            return Again(context, texts["error.store"]);
        }

        switch (exception)
        {
            case BackendException { Error.Kind: BackendErrorKind.Unavailable or BackendErrorKind.NeverSent or BackendErrorKind.Malformed } when context.Turn.State is TurnState.Sent:
                LogFailed(logger, exception, context.Turn.Id);
                return new Answer(texts["talk.unseen"], ButtonSet.ExportNewest(texts), ButtonSet.Rerun(context.Turn.Id, texts));
            case BackendException backend:
                LogFailed(logger, exception, context.Turn.Id);
                var situation = await SituationAsync(context, CancellationToken.None).ConfigureAwait(false);
                return FailureAnswer.Describe(backend.Error, situation, texts);
            case MediaException media:
                LogFailed(logger, exception, context.Turn.Id);
                return Again(context, MediaProblemText.Describe(media.Problem, texts));
            default:
                LogCrashed(logger, exception, context.Turn.Id);
                return Again(context, texts[DiskErrors.IsFull(exception) ? "media.disk-full" : "error.other"]);
        }
    }

    /// <summary>The circumstances in which a backend's failure is described.</summary>
    public static async Task<FailureSituation> SituationAsync(TurnContext context, CancellationToken cancellationToken) => new()
    {
        Turn = context.Turn.Id,
        IsAnonymous = await FailureSituation.IsAnonymousAsync(context.Backend, context.Caller, cancellationToken).ConfigureAwait(false),
        OwnAccount = context.Conversation.AccountKey != Accounts.Default,
        UserId = context.Conversation.UserId,
        Web = context.Backend.Traits.Web,
        CanGoLocal = !IsCommand(context) && context.Backends.Local is { } local && local.Traits.Name != context.Backend.Traits.Name,
        FileTypes = ListTypes(context.Skill),
        LargestFile = ByteText.Of(context.Skill.MaxBytes),
    };

    /// <summary>The types that a skill accepts, as a list to read.</summary>
    public static string ListTypes(Skill skill) =>
        string.Join(", ", skill.AcceptedTypes.Concat(["jpg", "png"]).Distinct().Select(t => t.ToUpperInvariant()));

    /// <summary>A command that sent nothing to the backend: another backend has nothing to do for it.</summary>
    private static bool IsCommand(TurnContext context) => context.Request.Kind is RequestKind.Command && context.Turn.Prompt is null;

    private static string Describe(AttachmentException exception, TurnContext context) => exception.Problem switch
    {
        AttachmentProblem.TooLarge => context.Texts.Format("error.too-large", ByteText.Of(exception.Limit ?? context.Skill.MaxBytes)),
        AttachmentProblem.Unreachable => context.Texts["error.attachment-broke"],
        _ => context.Texts["error.attachment"],
    };

    private static Answer Again(TurnContext context, string words) => new(words, ButtonSet.Rerun(context.Turn.Id, context.Texts));

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} ended with an unexpected error.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, long turn);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {Turn} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, long turn);
}
