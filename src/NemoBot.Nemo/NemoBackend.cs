using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Nemo.Calls;
using NemoBot.Nemo.Files;
using NemoBot.Nemo.Identity;
using NemoBot.Nemo.Runs;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo;

/// <summary>A service that speaks the Nemo contract over HTTP; one instance per service, safe for many callers at once.</summary>
internal sealed class NemoBackend : IVideoBackend, IDisposable
{
    private readonly HttpSender _sender;
    private readonly AccountTokens _accounts;
    private readonly SessionCalls _sessions;
    private readonly RenderCalls _renders;
    private readonly OwnTokens _ownTokens;
    private readonly RunClient _runs;
    private readonly Uploader _uploader;
    private readonly Downloader _downloader;
    private readonly Availability _availability;

    /// <param name="connection">Which service, with which token, waits and limits.</param>
    /// <param name="accounts">Where client ids and encrypted tokens are kept.</param>
    /// <param name="protector">Encrypts tokens.</param>
    /// <param name="clock">All waits are on this clock.</param>
    /// <param name="logs">Never receives a token.</param>
    public NemoBackend(NemoConnection connection, IAccountStore accounts, ISecretProtector protector, TimeProvider clock, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(logs);
        Traits = connection.Traits;
        var logger = logs.CreateLogger($"{typeof(NemoBackend).FullName}.{Traits.Name}");
        var pipeline = new CallPipeline(connection.Limits, clock);
        _sender = new HttpSender(connection, clock, logger);
        _accounts = new AccountTokens(connection, new AnonymousTokens(connection, _sender, pipeline, clock), accounts, protector, clock, logger);
        var client = new ApiClient(connection, _sender, pipeline, _accounts, clock);
        _sessions = new SessionCalls(client, connection);
        _renders = new RenderCalls(client);
        _ownTokens = new OwnTokens(client, _accounts);
        _runs = new RunClient(client, connection, clock, logger);
        _uploader = new Uploader(client, connection);
        _downloader = new Downloader(client, _sender, connection, clock, logger);
        _availability = new Availability(client, connection.Limits, clock);
    }

    /// <inheritdoc/>
    public BackendTraits Traits { get; }

    /// <inheritdoc/>
    public bool IsAvailable => _availability.IsAvailable;

    /// <inheritdoc/>
    public Task WaitUntilAvailableAsync(CancellationToken cancellationToken) => _availability.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<BackendSession> CreateSessionAsync(BackendCaller caller, string language, CancellationToken cancellationToken) =>
        _sessions.CreateAsync(caller, language, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BackendEvent> RunAsync(
        BackendCaller caller, string sessionId, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _runs.RunAsync(caller, sessionId, text, cancellationToken).ConfigureAwait(false))
        {
            yield return item is BackendEvent.Failed failed
                ? failed with { Error = await _sessions.WithUserAsync(caller, sessionId, failed.Error, cancellationToken).ConfigureAwait(false) }
                : item;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UploadedFile>> UploadAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<UploadSource> files, IProgress<long>? progress, CancellationToken cancellationToken) =>
        _sessions.WithUserAsync(caller, sessionId, () => _uploader.UploadAsync(caller, sessionId, files, progress, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<UploadedFile>> UploadLinksAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<Uri> links, CancellationToken cancellationToken) =>
        _sessions.WithUserAsync(caller, sessionId, () => _uploader.UploadLinksAsync(caller, sessionId, links, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<CreditBalance> GetCreditsAsync(BackendCaller caller, CancellationToken cancellationToken) =>
        _sessions.GetCreditsAsync(caller, cancellationToken);

    /// <inheritdoc/>
    public Task<BackendState> GetStateAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken) =>
        _sessions.GetStateAsync(caller, sessionId, cancellationToken);

    /// <inheritdoc/>
    public Task SubmitRenderAsync(BackendCaller caller, string sessionId, string renderId, string draftJson, RenderVariant variant, CancellationToken cancellationToken) =>
        _sessions.WithUserAsync(
            caller, sessionId, () => _renders.SubmitAsync(caller, sessionId, renderId, draftJson, variant, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<RenderStatus> GetRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken) =>
        _renders.GetAsync(caller, renderId, cancellationToken);

    /// <inheritdoc/>
    public Task CancelRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken) =>
        _renders.CancelAsync(caller, renderId, cancellationToken);

    /// <inheritdoc/>
    public Task DownloadAsync(
        BackendCaller caller, string renderId, string? url, string targetPath, IProgress<long>? progress, CancellationToken cancellationToken) =>
        _downloader.DownloadAsync(caller, renderId, url, targetPath, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<ErasedFiles?> EraseSessionAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken) =>
        _sessions.EraseAsync(caller, sessionId, cancellationToken);

    /// <inheritdoc/>
    public Task<Uri?> GetProjectLinkAsync(BackendCaller caller, BackendSession session, CancellationToken cancellationToken) =>
        _sessions.GetLinkAsync(caller, session, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsAnonymousAsync(BackendCaller caller, CancellationToken cancellationToken) => Task.FromResult(_accounts.IsAnonymous(caller));

    /// <inheritdoc/>
    public Task<string> ConnectAsync(string token, Skill skill, CancellationToken cancellationToken) =>
        _ownTokens.ConnectAsync(token, skill, cancellationToken);

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        _availability.Dispose();
        _accounts.Dispose();
        _sender.Dispose();
    }
}
