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
    private const int MaxRedirects = 10;
    private const int Attempts = 2;

    /// <summary>Enough of a file to tell a page from it.</summary>
    private const int HeadLength = 1024;

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = CreateClient(options.AllowPrivateAddresses);

    /// <summary>Fetches one file.</summary>
    public async Task<ReceivedFile> FetchAsync(string link, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.LinkTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FollowAsync(Parse(link), both.Token);
            }
            catch (UploadException e) when (e.RetryAfter <= LongestRetryDelay && attempt < Attempts)
            {
                await Task.Delay(e.RetryAfter!.Value, clock, both.Token);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && limit.IsCancellationRequested))
            {
                if (e.InnerException is UploadException refused)
                {
                    throw refused;
                }

                if (attempt == Attempts || both.IsCancellationRequested)
                {
                    throw new UploadException(UploadProblem.LinkUnanswered, "The link does not answer.");
                }
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient CreateClient(bool allowPrivate)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, allowPrivate, token),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

        // Some stores refuse clients that do not name themselves.
        client.DefaultRequestHeaders.UserAgent.ParseAdd("NemoBot/1.0");
        client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
        return client;
    }

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

            LinkStatus.Require(response, clock);
            return await ReceiveAsync(uri, response, cancellationToken);
        }

        throw new UploadException(UploadProblem.BadLink, "The link redirects too often.");
    }

    private async Task<ReceivedFile> ReceiveAsync(Uri uri, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var name = LinkName.Of(uri, response);
        if (response.Content.Headers.ContentLength > options.MaxUploadBytes)
        {
            throw new UploadException(UploadProblem.TooLarge, $"{name} is too large.");
        }

        await using var body = await ResumingStream.OpenAsync(_http, uri, response, clock, cancellationToken);
        var file = await receiver.ReceiveAsync(body, name, cancellationToken);
        if (await IsPageAsync(file.Path, cancellationToken))
        {
            File.Delete(file.Path);
            throw new UploadException(UploadProblem.LinkPage, "The link leads to a web page, not to a file.");
        }

        return file;
    }

    /// <summary>Looks at the content: servers give files the type of pages, and pages the type of files.</summary>
    private static async Task<bool> IsPageAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[HeadLength];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return WebPage.IsOne(head.AsSpan(0, read));
    }
}
