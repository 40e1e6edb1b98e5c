using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Calls;
using NemoBot.Nemo.Identity;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Files;

/// <summary>
/// Streams finished videos into files: first from the address that the service named, then, if that is dead, by the service's own
/// download. Only the service itself ever sees the token.
/// </summary>
internal sealed partial class Downloader(ApiClient client, HttpSender sender, NemoConnection connection, TimeProvider clock, ILogger logger)
{
    private const int ChunkBytes = 128 * 1024;
    private const int MaxRedirects = 5;

    /// <summary>Downloads; the target file is there only when it is complete.</summary>
    public async Task DownloadAsync(
        BackendCaller caller, string renderId, string? url, string targetPath, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var partPath = $"{targetPath}.part";
        var fallback = ApiCall.Get($"api/render/proxy/{Uri.EscapeDataString(renderId)}/download") with { Accept = "video/mp4, */*" };
        try
        {
            if (!await TryAddressAsync(caller, url, partPath, progress, cancellationToken).ConfigureAwait(false))
            {
                await client.SendAsync(
                    caller, fallback,
                    async (account, token) =>
                    {
                        await FetchAsync(caller, account, connection.Address(fallback.Path), partPath, progress, token).ConfigureAwait(false);
                        return true;
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            File.Move(partPath, targetPath, overwrite: true);
        }
        finally
        {
            File.Delete(partPath);
        }
    }

    private async Task<bool> TryAddressAsync(
        BackendCaller caller, string? url, string partPath, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (url is null || !Uri.TryCreate(connection.Address(string.Empty), url, out var address) || !IsWeb(address))
        {
            return false;
        }

        try
        {
            var account = connection.IsApi(address) ? await client.Accounts.GetAsync(caller, cancellationToken).ConfigureAwait(false) : null;
            await FetchAsync(caller, account, address, partPath, progress, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (BackendException dead)
        {
            LogDead(address.Host, dead.Error.Kind);
            return false;
        }
    }

    private async Task FetchAsync(
        BackendCaller caller, Account? account, Uri address, string partPath, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(connection.Limits.DownloadIdle, clock, cancellationToken);
        try
        {
            using var response = await FollowAsync(caller, account, address, deadline.Token).ConfigureAwait(false);
            await CopyAsync(response, partPath, deadline, progress).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "The download stood still."), late);
        }
    }

    /// <summary>Follows redirects by hand: the next host may be a foreign one.</summary>
    private async Task<HttpResponseMessage> FollowAsync(BackendCaller caller, Account? account, Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", "video/mp4, */*");

            // Compressing a video gains nothing and hides its length.
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
            if (account is not null && connection.IsApi(address))
            {
                request.Headers.AddSkill(caller.Skill);
                request.Headers.AddToken(account.Token);
            }

            var response = await sender.SendAsync(request, ownConnection: false, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return await CheckAsync(response, account, cancellationToken).ConfigureAwait(false);
            }

            response.Dispose();
            address = new Uri(address, location);
            if (!IsWeb(address))
            {
                break;
            }
        }

        throw new BackendException(new BackendError(BackendErrorKind.Malformed, "The download leads nowhere."));
    }

    /// <summary>Takes a video; an envelope or a page in its place is an error, whatever its status.</summary>
    private async Task<HttpResponseMessage> CheckAsync(HttpResponseMessage response, Account? account, CancellationToken cancellationToken)
    {
        var media = response.Content.Headers.ContentType?.MediaType;
        if (response.IsSuccessStatusCode && media is not ("application/json" or "text/html" or "application/xml" or "text/xml"))
        {
            return response;
        }

        using (response)
        {
            var reader = account ?? new Account(string.Empty, null, IsAnonymous: false);
            _ = await client.ReadAsync(response, reader, mayFailInside: false, cancellationToken).ConfigureAwait(false);
            throw new BackendException(new BackendError(BackendErrorKind.Malformed, "The download is no video."));
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, string partPath, Deadline deadline, IProgress<long>? progress)
    {
        var expected = response.Content.Headers.ContentLength;
        var received = 0L;
        using var file = new FileStream(partPath, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        using var body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
        var buffer = new byte[ChunkBytes];
        while (await ReadAsync(body, buffer, deadline.Token).ConfigureAwait(false) is var read and > 0)
        {
            deadline.Restart(connection.Limits.DownloadIdle);
            await file.WriteAsync(buffer.AsMemory(0, read), deadline.Token).ConfigureAwait(false);
            received += read;
            progress?.Report(received);
        }

        if (received == 0 || received < expected)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "The download broke off."));
        }
    }

    /// <summary>A broken connection is the service's failure; a failed write (full disk) is ours.</summary>
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "The download broke off."), failure);
        }
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The video's address at {Host} is dead ({Kind}); taking the service's own download")]
    private partial void LogDead(string host, BackendErrorKind kind);
}
