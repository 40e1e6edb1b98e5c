using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A server on loopback that answers every address with the same bytes.</summary>
internal sealed class OneFile(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single() + "/";

    public static async Task<OneFile> ServeAsync(byte[] content, string type)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = type;
            return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        return new OneFile(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
