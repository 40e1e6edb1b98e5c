using System.Runtime.CompilerServices;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>A backend in memory that does what the scenario says and counts what it is asked.</summary>
public sealed class FakeBackend(string name, TimeProvider clock) : IVideoBackend
{
    private readonly Lock _gate = new();
    private readonly Queue<ScriptedTurn> _turns = new();
    private int _version;
    private readonly Dictionary<string, (string Draft, long At)> _renders = [];

    public BackendTraits Traits { get; set; } = new() { Name = name, ChargesCredits = false, MinPollInterval = TimeSpan.FromSeconds(1) };

    public bool IsAvailable { get; set; } = true;

    /// <summary>Every message that was posted, in order.</summary>
    public List<string> Posted { get; } = [];

    /// <summary>Names of everything that was uploaded, in order, with their bytes.</summary>
    public List<(string Name, byte[] Bytes)> Uploads { get; } = [];

    /// <summary>Every draft that was submitted, in order.</summary>
    public List<string> Rendered { get; } = [];

    public List<string> Cancelled { get; } = [];

    public string? Draft { get; set; }

    /// <summary>Versions of each session that the bot did not see: the session's numbers continue after them.</summary>
    public int VersionsUnseen { get; set; }

    public long Credits { get; set; } = 400;

    public bool IsAnonymous { get; set; } = true;

    /// <summary>Names of files that the service cannot read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    /// <summary>Why links that lead nowhere do so.</summary>
    public BackendErrorKind LinkProblem { get; set; }

    /// <summary>Links lead nowhere.</summary>
    public bool RefusesLinks { get; set; }

    /// <summary>Addresses that lead nowhere.</summary>
    public HashSet<string> DeadLinks { get; } = [];

    public TimeSpan RenderTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>What it says about every render.</summary>
    public string? RenderNote { get; set; }

    /// <summary>What it offers with every render.</summary>
    public IReadOnlyList<string> RenderOffers { get; set; } = [];

    /// <summary>Renders wait behind so many others; null if they do not wait.</summary>
    public int? RendersAhead { get; set; }

    /// <summary>Renders end without a video.</summary>
    public bool RenderFails { get; set; }

    /// <summary>The bytes of its files; null: a text that says which draft it was.</summary>
    public byte[]? File { get; set; }

    /// <summary>Where its files are.</summary>
    public string Address { get; set; } = "https://cdn.example/";

    /// <summary>Whether each submission asked for a preview.</summary>
    public List<bool> Previews { get; } = [];

    /// <summary>The format that each render was asked for in; null: the draft's own.</summary>
    public List<string?> Formats { get; } = [];

    public Queue<BackendError> SubmitErrors { get; } = new();

    /// <summary>The next submissions arrive, but their answers are lost.</summary>
    public int SubmitAnswersLost { get; set; }

    /// <summary>A submission is answered only after this.</summary>
    public Task SubmitGate { get; set; } = Task.CompletedTask;

    /// <summary>The errors that the next polls end with.</summary>
    public Queue<BackendError> PollErrors { get; } = new();

    /// <summary>What the next downloads throw.</summary>
    public Queue<Exception> DownloadErrors { get; } = new();

    /// <summary>The ids of everything that was submitted, in order.</summary>
    public List<string> RenderIds { get; } = [];

    public Queue<BackendError> SessionErrors { get; } = new();

    public Queue<BackendError> StateErrors { get; } = new();

    /// <summary>What the next questions about credits or the account end with.</summary>
    public Queue<BackendError> AccountErrors { get; } = new();

    /// <summary>Whose session it says it is.</summary>
    public string User { get; set; } = "anon_42";

    public int Polls { get; private set; }

    /// <summary>How many sessions were created.</summary>
    public int Sessions => Languages.Count;

    /// <summary>The languages that sessions were created in, in order.</summary>
    public List<string> Languages { get; } = [];

    public TaskCompletionSource? Availability { get; set; }

    public ScriptedTurn Turn()
    {
        var turn = new ScriptedTurn();
        _turns.Enqueue(turn);
        return turn;
    }

    /// <summary>Drops the turns that were not asked for.</summary>
    public void ClearTurns() => _turns.Clear();

    public Task WaitUntilAvailableAsync(CancellationToken cancellationToken) => Availability?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    public Task<BackendSession> CreateSessionAsync(BackendCaller caller, string language, CancellationToken cancellationToken)
    {
        ThrowNext(SessionErrors);
        Languages.Add(language);
        Draft = null;
        _version = VersionsUnseen;
        return Task.FromResult(new BackendSession($"{name}-s{Sessions}", "task", "anon_42"));
    }

    public async IAsyncEnumerable<BackendEvent> RunAsync(
        BackendCaller caller, string sessionId, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Posted.Add(text);
        var turn = _turns.TryDequeue(out var next) ? next : new ScriptedTurn().Says("Done.");
        if (turn.Refusal is { } refusal)
        {
            throw new BackendException(refusal);
        }

        foreach (var item in turn.Events)
        {
            yield return item;
        }

        await turn.Gate.WaitAsync(cancellationToken);
        _version += turn.DraftAfter is null ? 0 : 1;
        Draft = turn.DraftAfter ?? Draft;
        Credits -= turn.Price;
        if (turn.Events.All(e => e is not BackendEvent.Lost))
        {
            yield return new BackendEvent.Ended();
        }
    }

    public async Task<IReadOnlyList<UploadedFile>> UploadAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<UploadSource> files, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (files.Any(f => Unreadable.Contains(f.Name)))
        {
            throw new BackendException(new BackendError(BackendErrorKind.UnsupportedFile));
        }

        foreach (var file in files)
        {
            using var copy = await ReadAsync(file, cancellationToken);
            progress?.Report(copy.Length);
            Uploads.Add((file.Name, copy.ToArray()));
        }

        return [.. files.Select(f => new UploadedFile(f.Name, MediaKind.Audio, null, null, null))];
    }

    public Task<IReadOnlyList<UploadedFile>> UploadLinksAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        if (RefusesLinks || links.Any(l => DeadLinks.Contains(l.ToString())))
        {
            throw new BackendException(new BackendError(LinkProblem));
        }

        Uploads.AddRange(links.Select(l => (l.ToString(), Array.Empty<byte>())));
        return Task.FromResult<IReadOnlyList<UploadedFile>>([]);
    }

    public Task<CreditBalance> GetCreditsAsync(BackendCaller caller, CancellationToken cancellationToken)
    {
        ThrowNext(AccountErrors);
        return Task.FromResult(new CreditBalance(Credits, 0));
    }

    public Task<BackendState> GetStateAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken)
    {
        ThrowNext(StateErrors);
        return Task.FromResult(new BackendState(Draft, User, "task", 1920, 1080, _version));
    }

    public async Task SubmitRenderAsync(BackendCaller caller, string sessionId, string renderId, string draftJson, RenderVariant variant, CancellationToken cancellationToken)
    {
        ThrowNext(SubmitErrors);
        lock (_gate)
        {
            Rendered.Add(draftJson);
            Previews.Add(variant.IsPreview);
            Formats.Add(variant.Format);
            RenderIds.Add(renderId);
            _renders[renderId] = (draftJson, clock.GetTimestamp());
        }

        await SubmitGate.WaitAsync(cancellationToken);
        if (SubmitAnswersLost > 0)
        {
            SubmitAnswersLost--;
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable));
        }
    }

    public Task<RenderStatus> GetRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Polls++;
            ThrowNext(PollErrors);
            if (!_renders.TryGetValue(renderId, out var render))
            {
                throw new BackendException(new BackendError(BackendErrorKind.Other));
            }

            if (RendersAhead is { } ahead)
            {
                _renders[renderId] = render with { At = clock.GetTimestamp() };
                return Task.FromResult(new RenderStatus(RenderState.Pending, 0, null, null, null, null) { Ahead = ahead });
            }

            var part = clock.GetElapsedTime(render.At) / RenderTime;
            return Task.FromResult(part >= 1
                ? new RenderStatus(RenderFails ? RenderState.Failed : RenderState.Completed, 1, Address + renderId, null, null, null) { Note = RenderNote, Offers = RenderOffers }
                : new RenderStatus(RenderState.Processing, part, null, null, null, null));
        }
    }

    public Task CancelRenderAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken)
    {
        Cancelled.Add(renderId);
        return Task.CompletedTask;
    }

    public Task DownloadAsync(
        BackendCaller caller, string renderId, string? url, string targetPath, IProgress<long>? progress, CancellationToken cancellationToken) =>
        DownloadErrors.TryDequeue(out var error) ? Task.FromException(error) : System.IO.File.WriteAllBytesAsync(targetPath, File ?? System.Text.Encoding.UTF8.GetBytes("video of " + _renders[renderId].Draft), cancellationToken);

    /// <summary>Every session that was erased, in order.</summary>
    public List<string> Erased { get; } = [];

    public Task<ErasedFiles?> EraseSessionAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken)
    {
        if (!Traits.CanErase || !sessionId.StartsWith(name, StringComparison.Ordinal))
        {
            return Task.FromResult<ErasedFiles?>(null);
        }

        ThrowNext(SessionErrors);
        Erased.Add(sessionId);
        return Task.FromResult<ErasedFiles?>(new ErasedFiles(2, 3 << 20));
    }

    public Task<Uri?> GetProjectLinkAsync(BackendCaller caller, BackendSession session, CancellationToken cancellationToken) =>
        Task.FromResult(Traits.Web is null ? null : new Uri(Traits.Web, "workspace/claim?ct=clm_1"));

    public Task<bool> IsAnonymousAsync(BackendCaller caller, CancellationToken cancellationToken) => Task.FromResult(IsAnonymous);

    public Task<string> ConnectAsync(string token, Skill skill, CancellationToken cancellationToken) =>
        token == "nmv_usr_good" ? Task.FromResult("own:1") : throw new BackendException(new BackendError(token == "nmv_usr_down" ? BackendErrorKind.Unavailable : BackendErrorKind.BadToken));

    /// <summary>What a file's source throws arrives as the client throws it: wrapped.</summary>
    private static async Task<MemoryStream> ReadAsync(UploadSource file, CancellationToken cancellationToken)
    {
        await using var stream = await file.OpenAsync(cancellationToken);
        var copy = new MemoryStream();
        try
        {
            await stream.CopyToAsync(copy, cancellationToken);
            return copy;
        }
        catch (Exception exception)
        {
            await copy.DisposeAsync();
            throw new IOException("The file could not be read to its end.", exception);
        }
    }

    private static void ThrowNext(Queue<BackendError> errors)
    {
        if (errors.TryDequeue(out var error))
        {
            throw new BackendException(error);
        }
    }
}
