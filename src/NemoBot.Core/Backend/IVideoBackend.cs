using NemoBot.Core.Platforms;

namespace NemoBot.Core.Backend;

/// <summary>
/// The service that edits and renders. Failures are <see cref="BackendException"/>s with a typed error; renewing a token, waiting
/// out a 429 once and repeating what is safe to repeat have happened below this interface.
/// </summary>
public interface IVideoBackend
{
    /// <summary>What kind of backend this is.</summary>
    BackendTraits Traits { get; }

    /// <summary>
    /// False while calls fail at once with <see cref="BackendErrorKind.Unavailable"/> because too many of them failed:
    /// a waiting turn says so once and continues after <see cref="WaitUntilAvailableAsync"/>.
    /// </summary>
    bool IsAvailable { get; }

    /// <summary>Returns at once while the service answers, otherwise as soon as it was seen to answer again.</summary>
    Task WaitUntilAvailableAsync(CancellationToken cancellationToken);

    /// <summary>Creates a session in a language (<c>en</c>, <c>zh-CN</c>).</summary>
    Task<BackendSession> CreateSessionAsync(BackendCaller caller, string language, CancellationToken cancellationToken);

    /// <summary>
    /// Posts one message and yields what comes back. The request is made at most once whatever happens, except when no connection
    /// was made. Throws only if the request provably had no effect (refused, answered with an error before the stream); after that
    /// the stream ends with <see cref="BackendEvent.Ended"/> or <see cref="BackendEvent.Lost"/>.
    /// </summary>
    IAsyncEnumerable<BackendEvent> RunAsync(BackendCaller caller, string sessionId, string text, CancellationToken cancellationToken);

    /// <summary>Streams files to the session in one request.</summary>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="files">At least one.</param>
    /// <param name="progress">Bytes sent so far, of all files together.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<UploadedFile>> UploadAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<UploadSource> files, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Has the backend fetch files from addresses by itself.</summary>
    Task<IReadOnlyList<UploadedFile>> UploadLinksAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<Uri> links, CancellationToken cancellationToken);

    /// <summary>The account's credits.</summary>
    Task<CreditBalance> GetCreditsAsync(BackendCaller caller, CancellationToken cancellationToken);

    /// <summary>The session's latest state.</summary>
    Task<BackendState> GetStateAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken);

    /// <summary>Submits a draft for rendering under an id of the caller's making.</summary>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="renderId"><c>render_</c> and something unique.</param>
    /// <param name="draftJson">The draft exactly as received.</param>
    /// <param name="variant">What to make of it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task SubmitRenderAsync(BackendCaller caller, string sessionId, string renderId, string draftJson, RenderVariant variant, CancellationToken cancellationToken);

    /// <summary>Polls a render once.</summary>
    Task<RenderStatus> GetRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken);

    /// <summary>Cancels a render; one that is over is no error.</summary>
    Task CancelRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken);

    /// <summary>Streams the finished video into a file, from its address or, if that is dead, by the backend's own download.</summary>
    Task DownloadAsync(
        BackendCaller caller, string renderId, string? url, string targetPath, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Deletes a session with its files and renders. Turns and renders that run are stopped.</summary>
    /// <returns>What was deleted; null if there is no such session, or if <see cref="BackendTraits.CanErase"/> is false.</returns>
    Task<ErasedFiles?> EraseSessionAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken);

    /// <summary>A link that opens the project in a browser and gives no access to anything else; null if there is none.</summary>
    Task<Uri?> GetProjectLinkAsync(BackendCaller caller, BackendSession session, CancellationToken cancellationToken);

    /// <summary>True if the account is anonymous, so that registering helps; false for a person's own token.</summary>
    Task<bool> IsAnonymousAsync(BackendCaller caller, CancellationToken cancellationToken);

    /// <summary>Checks a person's own token by a credits call and keeps it, encrypted, under a new account key.</summary>
    /// <returns>The account key for <see cref="BackendCaller.AccountKey"/>.</returns>
    /// <exception cref="BackendException">With <see cref="BackendErrorKind.BadToken"/> if it is not taken.</exception>
    Task<string> ConnectAsync(string token, Skill skill, CancellationToken cancellationToken);
}
