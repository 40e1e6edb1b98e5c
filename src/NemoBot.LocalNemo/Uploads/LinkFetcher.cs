using System.Net;
using System.Net.Sockets;
using NemoBot.LocalNemo.Settings;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>
/// Fetches linked files. The check is made on the very address that is connected to, so a name that resolves differently the second
/// time gains nothing; every redirect is a new connection and is checked alike.
/// </summary>
internal sealed class LinkFetcher(UploadReceiver receiver, LocalNemoOptions options, TimeProvider clock) : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options.AllowPrivateAddresses, token),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches one file.</summary>
    public async Task<ReceivedFile> FetchAsync(string link, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.LinkTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(Parse(link), both.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && limit.IsCancellationRequested))
        {
            throw e.InnerException as UploadException ?? new UploadException(UploadProblem.BadLink, "The link does not answer.");
        }
    }

    public void Dispose() => _http.Dispose();

    private static Uri Parse(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri : throw new UploadException(UploadProblem.BadLink, "Only http and https links are fetched.");

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0)
        {
            throw new UploadException(UploadProblem.BadLink, "The link leads to an address that is not on the public internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string NameOf(Uri uri, HttpResponseMessage response)
    {
        var said = response.Content.Headers.ContentDisposition;
        return FileNames.Clean(said?.FileNameStar ?? said?.FileName?.Trim('"') ?? Uri.UnescapeDataString(uri.AbsolutePath));
    }

    private async Task<ReceivedFile> FollowAsync(Uri uri, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var response = await _http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
            {
                uri = Parse(new Uri(uri, next).AbsoluteUri);
                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new UploadException(UploadProblem.BadLink, $"The link answers with {(int)response.StatusCode}.");
            }

            if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
            {
                throw new UploadException(UploadProblem.Unsupported, "The link leads to a web page, not to a file.");
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await receiver.ReceiveAsync(body, NameOf(uri, response), cancellationToken);
        }

        throw new UploadException(UploadProblem.BadLink, "The link redirects too often.");
    }
}
