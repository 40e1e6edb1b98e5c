using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A language model's service on loopback. It checks what it is sent and answers what a test has put into its queue.</summary>
internal sealed class ModelStandIn : IAsyncDisposable
{
    public const string Key = "key-of-the-test";

    private readonly Queue<string> _answers;
    private readonly TaskCompletionSource _closing = new();
    private readonly WebApplication _app;

    private ModelStandIn(IEnumerable<string> answers)
    {
        _answers = new Queue<string>(answers);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseRouting();
        _app.MapPost("/v1/chat/completions", AnswerAsync);
    }

    /// <summary>An answer that never comes.</summary>
    public static string Never => "never";

    /// <summary>An answer with status 500.</summary>
    public static string Broken => "broken";

    /// <summary>The bodies it was sent.</summary>
    public List<string> Bodies { get; } = [];

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    public static async Task<ModelStandIn> StartAsync(params IEnumerable<string> answers)
    {
        var service = new ModelStandIn(answers);
        await service._app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _closing.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Bodies.Add(body);
        using var document = JsonDocument.Parse(body);
        var right = context.Request.Headers.Authorization == "Bearer " + Key && document.RootElement.GetProperty("model").GetString() == "small"
            && document.RootElement.GetProperty("messages").GetArrayLength() >= 2;
        if (!right || !_answers.TryDequeue(out var answer) || answer == Broken)
        {
            context.Response.StatusCode = 500;
            return;
        }

        if (answer == Never)
        {
            await _closing.Task;
            return;
        }

        context.Response.ContentType = "application/json";
        var content = JsonSerializer.Serialize(answer);
        await context.Response.WriteAsync($$$"""
            {"id":"c1","object":"chat.completion","created":1,"model":"small","choices":[{"index":0,"finish_reason":"stop",
             "message":{"role":"assistant","content":{{{content}}} } }],"usage":{"prompt_tokens":400,"completion_tokens":100,"total_tokens":500} }
            """);
    }
}
