using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Tests.Speech;

/// <summary>Serves one file on loopback with ranges, as a download site does, and breaks off where a test wants it to.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileServer(WebApplication app) => _app = app;

    /// <summary>What is served.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>The connection breaks after so many bytes of each answer; null: never.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>Ranges are not honoured.</summary>
    public bool IgnoresRanges { get; set; }

    /// <summary>Another answer than the file.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Path and range of every request.</summary>
    public List<string> Requests { get; } = [];

    public string Address => _app.Urls.First();

    public static async Task<FileServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FileServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var from = context.Request.GetTypedHeaders().Range?.Ranges.First().From;
        Requests.Add($"{context.Request.Path} {from}");
        if (Status != HttpStatusCode.OK)
        {
            context.Response.StatusCode = (int)Status;
            return;
        }

        var rest = Content.AsMemory((int)(IgnoresRanges ? 0 : from ?? 0));
        context.Response.ContentLength = rest.Length;
        if (from is not null && !IgnoresRanges)
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{Content.Length - 1}/{Content.Length}";
        }

        if (BreakAfter is { } length && length < rest.Length)
        {
            await context.Response.Body.WriteAsync(rest[..length]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(rest);
    }
}
