using System.Net;
using System.Net.Http.Headers;
using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>
/// The body of a response. Where the connection breaks or stalls, it goes on from the same byte if the server sends ranges of a file
/// that it can tell from another one.
/// </summary>
internal sealed class ResumingStream : ForwardStream
{
    private const int MostResumes = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Uri _uri;
    private readonly TimeProvider _clock;
    private readonly EntityTagHeaderValue? _tag;
    private HttpResponseMessage? _resumed;
    private Stream _body;
    private long _position;
    private int _resumes;

    private ResumingStream(HttpClient http, Uri uri, HttpResponseMessage response, Stream body, TimeProvider clock)
    {
        (_http, _uri, _body, _clock) = (http, uri, body, clock);
        var isWhole = response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentLength is not null;
        _tag = isWhole && response.Headers is { AcceptRanges: var ranges, ETag: { IsWeak: false } tag } && ranges.Contains("bytes") ? tag : null;
    }

    public static async Task<ResumingStream> OpenAsync(
        HttpClient http, Uri uri, HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken) =>
        new(http, uri, response, await response.Content.ReadAsStreamAsync(cancellationToken), clock);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                using var idle = new CancellationTokenSource(Idle, _clock);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
                var read = await _body.ReadAsync(buffer, both.Token);
                _position += read;
                return read;
            }
            catch (Exception e) when (e is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (_tag is null || _resumes++ == MostResumes)
                {
                    throw new IOException("The link broke off.", e);
                }

                await ResumeAsync(cancellationToken);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync();
        _resumed?.Dispose();
        await base.DisposeAsync();
    }

    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _uri);
        request.Headers.Range = new RangeHeaderValue(_position, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(_tag!);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != _position)
        {
            response.Dispose();
            throw new IOException("The link cannot be resumed.");
        }

        await _body.DisposeAsync();
        _resumed?.Dispose();
        (_resumed, _body) = (response, await response.Content.ReadAsStreamAsync(cancellationToken));
    }
}
