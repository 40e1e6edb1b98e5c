using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NemoBot.Tests.Nemo;

/// <summary>
/// The video service on loopback, as strict as the real one: what breaks the contract is answered with an error and kept in
/// <see cref="Problems"/>. A second address plays a foreign host that must never see a token.
/// </summary>
public sealed partial class CloudStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _faults = new();
    private int _foreignPort;

    private CloudStandIn(WebApplication app) => _app = app;

    /// <summary>The API's base address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A host that is not the API's.</summary>
    public Uri Foreign { get; private set; } = null!;

    /// <summary>What broke the contract; a test ends by looking here.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Everything that was asked, in order.</summary>
    public IReadOnlyCollection<SeenRequest> Requests => _requests;

    public static async Task<CloudStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var standIn = new CloudStandIn(builder.Build());
        standIn._app.Run(standIn.AnswerAsync);
        await standIn._app.StartAsync();
        var addresses = standIn._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(a => new Uri(a)).ToList();
        standIn.Address = addresses[0];
        standIn.Foreign = addresses[1];
        standIn._foreignPort = addresses[1].Port;
        return standIn;
    }

    /// <summary>How many requests went to paths that begin so.</summary>
    public int Count(string path) => _requests.Count(r => r.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The next request to a path that begins so gets this instead of the real answer.</summary>
    public void Next(string path, Func<HttpContext, Task> answer) => _faults.GetOrAdd(path, _ => new()).Enqueue(answer);

    /// <summary>The next requests to a path fail with a status and a body.</summary>
    public void Fail(string path, int status, string body = "", int times = 1, string? retryAfter = null, string type = "application/json")
    {
        for (var i = 0; i < times; i++)
        {
            Next(path, async context =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = type;
                if (retryAfter is not null)
                {
                    context.Response.Headers.RetryAfter = retryAfter;
                }

                await context.Response.WriteAsync(body);
            });
        }
    }

    /// <summary>The next request to a path loses its connection before a byte of the answer.</summary>
    public void Reset(string path) => Next(path, context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Completes when the caller has gone away: an answer that waits for it never comes.</summary>
    public static Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var isUpload = context.Request.HasFormContentType;
        var body = isUpload ? string.Empty : await ReadAsync(context.Request.Body);
        var path = context.Request.Path.Value!;
        if (context.Connection.LocalPort == _foreignPort)
        {
            await AnswerForeignAsync(context, path);
            return;
        }

        _requests.Enqueue(new SeenRequest(
            context.Request.Method, path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        foreach (var (prefix, faults) in _faults)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && faults.TryDequeue(out var fault))
            {
                await fault(context);
                return;
            }
        }

        if (CheckHeaders(context.Request) is { } problem)
        {
            await ProblemAsync(context, problem);
            return;
        }

        await RouteAsync(context, path, body);
    }

    private static async Task<string> ReadAsync(Stream body)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private async Task ProblemAsync(HttpContext context, string problem)
    {
        _problems.Enqueue($"{context.Request.Method} {context.Request.Path}: {problem}");
        context.Response.StatusCode = 400;
        await context.Response.WriteAsync("{\"code\":400,\"message\":\"bad request\"}");
    }

    private async Task AnswerForeignAsync(HttpContext context, string path)
    {
        ForeignRequests++;
        if (context.Request.Headers.ContainsKey("Authorization") || context.Request.Headers.Any(h => h.Key.StartsWith("X-Skill", StringComparison.OrdinalIgnoreCase)))
        {
            _problems.Enqueue($"a foreign host was shown secrets at {path}");
        }

        await ForeignAnswer(context);
    }

    /// <summary>The three headers that every call carries.</summary>
    private static string? CheckHeaders(HttpRequest request)
    {
        foreach (var name in (string[])["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"])
        {
            if (string.IsNullOrEmpty(request.Headers[name]))
            {
                return $"no {name}";
            }
        }

        return null;
    }
}
