using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A server on loopback that answers every address alike.</summary>
internal sealed class OneFile(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single() + "/";

    public static Task<OneFile> ServeAsync(byte[] content, string type) => ServeAsync(context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    });

    public static async Task<OneFile> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8);
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new OneFile(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
