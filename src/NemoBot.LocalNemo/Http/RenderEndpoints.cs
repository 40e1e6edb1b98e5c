using System.Globalization;
using System.Text.Json;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Rendering: submit, poll, cancel, download.</summary>
internal sealed class RenderEndpoints(
    Gate gate, IRenders renders, AssetStore assets, Folders folders, OutputLinks links, LocalNemoOptions options, TimeProvider clock)
{
    private const int LongestId = 128;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/render/proxy/lambda", SubmitAsync);
        routes.MapGet("/api/render/proxy/lambda/{id}", PollAsync);
        routes.MapPost("/api/render/proxy/lambda/{id}/cancel", CancelAsync);
        routes.MapGet("/api/render/proxy/{id}/download", DownloadAsync);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        Gate.RequireSkill(context);
        var stop = context.RequestAborted;
        var user = await gate.RequireUserAsync(context);
        using var body = await RequestBody.ReadObjectAsync(context);
        var session = await gate.RequireSessionAsync(user, RequestBody.Text(body.RootElement, "sessionId"), stop);
        var (record, length) = await ReadAsync(body.RootElement, session.Record, stop);
        if (folders.FreeBytes() < options.MinFreeBytes)
        {
            throw ApiException.NoSpace();
        }

        if (await renders.TryReuseAsync(record, stop) is { } finished)
        {
            await AnswerAsync(context, new RenderView(finished, 1));
            return;
        }

        if (!await renders.TryAddAsync(record, length, stop))
        {
            throw ApiException.Conflict("Duplicate render id.");
        }

        await AnswerAsync(context, new RenderView(record, 0));
    }

    /// <summary>Reads what to render, and how long it will be.</summary>
    private async Task<(RenderRecord Record, TimeSpan Length)> ReadAsync(JsonElement body, SessionRecord session, CancellationToken cancellationToken)
    {
        var id = RequestBody.Text(body, "id");
        if (id is null || id.Length is 0 or > LongestId || id.AsSpan().ContainsAny('/', '\\'))
        {
            throw ApiException.BadRequest("id is required: at most 128 characters, no slashes.");
        }

        var output = body.TryGetProperty("output", out var wish) ? wish : default;
        if (RequestBody.Text(output, "format") is { } format && format != "mp4")
        {
            throw ApiException.BadRequest("The only output format is mp4; the draft's own output may name another.");
        }

        var draft = body.TryGetProperty("draft", out var value) && value.ValueKind == JsonValueKind.Object
            ? value.GetRawText() : throw ApiException.BadRequest("draft is required.");
        var project = await CheckAsync(draft, session.UserId, cancellationToken);
        var variant = OutputVariant.Read(RequestBody.Text(output, "variant"));
        var record = new RenderRecord
        {
            Id = id,
            UserId = session.UserId,
            SessionId = session.SessionId,
            Draft = draft,
            Format = variant?.Format ?? project.Output.Format,
            Variant = variant?.Name,
            Chinese = session.Chinese,
            IsPreview = output.ValueKind == JsonValueKind.Object && output.TryGetProperty("preview", out var preview) && preview.ValueKind == JsonValueKind.True,
            ShortSide = RequestBody.Text(output, "resolution") switch { "480p" => 480, "720p" => 720, "1080p" => 1080, _ => 0 },
            FrameRate = ReadRate(output),
            CreatedAt = clock.GetUtcNow(),
        };
        return (record, Tailoring.Fit(project, record).Duration);
    }

    private static int ReadRate(JsonElement output) =>
        output.ValueKind == JsonValueKind.Object && output.TryGetProperty("fps", out var fps)
            && fps.ValueKind == JsonValueKind.Number && fps.TryGetInt32(out var rate) ? Math.Clamp(rate, 1, 60) : 0;

    /// <summary>Refuses at once what could not be rendered.</summary>
    private async Task<Project> CheckAsync(string draft, string userId, CancellationToken cancellationToken)
    {
        var known = await assets.LoadAsync(AssetIds.In([draft]), userId, cancellationToken);
        try
        {
            return new DraftReader(known.GetValueOrDefault).Read(draft);
        }
        catch (DraftException e)
        {
            throw ApiException.BadRequest(e.Message);
        }
    }

    private async Task PollAsync(HttpContext context) => await AnswerAsync(context, await FindAsync(context));

    private async Task CancelAsync(HttpContext context)
    {
        await renders.CancelAsync((await FindAsync(context)).Record.Id, context.RequestAborted);
        await AnswerAsync(context, await FindAsync(context));
    }

    private async Task DownloadAsync(HttpContext context)
    {
        var record = (await FindAsync(context)).Record;
        await (record.Phase == RenderPhase.Completed ? links.SendOutputAsync(context, record) : throw ApiException.NotFound("There is no finished video with this id."));
    }

    private async Task<RenderView> FindAsync(HttpContext context)
    {
        Gate.RequireSkill(context);
        var user = await gate.RequireUserAsync(context);
        return await renders.FindAsync((string?)context.Request.RouteValues["id"] ?? "", user.UserId, context.RequestAborted) ?? throw ApiException.NotFound("There is no such render.");
    }

    private Task AnswerAsync(HttpContext context, RenderView view) => Envelope.WriteAsync(context, StatusCodes.Status200OK, json =>
    {
        if (options.EnvelopedRenders)
        {
            json.WriteBoolean("success", true);
            json.WriteStartObject("data");
            WriteEnveloped(json, view, context);
            json.WriteEndObject();
        }
        else
        {
            WriteBare(json, view, context);
        }
    });

    private void WriteBare(Utf8JsonWriter json, RenderView view, HttpContext context)
    {
        json.WriteString("taskId", view.Record.Id);
        WriteStatus(json, view);
        if (view.Record.Phase == RenderPhase.Completed)
        {
            json.WriteStartObject("output");
            json.WriteString("url", links.OfOutput(context, view.Record));
            json.WriteNumber("duration", view.Record.DurationMs / 1000.0);
            json.WriteNumber("size", view.Record.Size);
            json.WriteEndObject();
        }
    }

    private void WriteEnveloped(Utf8JsonWriter json, RenderView view, HttpContext context)
    {
        json.WriteString("id", view.Record.Id);
        WriteStatus(json, view);
        if (view.Record.Phase == RenderPhase.Completed)
        {
            json.WriteString("outputUrl", links.OfOutput(context, view.Record));
        }

        json.WriteString("createdAt", Iso(view.Record.CreatedAt));
        if (view.Record.CompletedAt is { } completed)
        {
            json.WriteString("completedAt", Iso(completed));
        }
    }

    private static void WriteStatus(Utf8JsonWriter json, RenderView view)
    {
        var done = view.Record.Phase == RenderPhase.Completed;
        json.WriteString("status", WordOf(view.Record.Phase));

        // Clients read 1 as all of it: the first percent counts as none.
        var percent = Math.Min(99, (int)(view.Progress * 100));
        json.WriteNumber("progress", done ? 100 : percent == 1 ? 0 : percent);
        if (view.Ahead is { } ahead)
        {
            json.WriteNumber("ahead", ahead);
        }

        if (view.Record.Error is { } error)
        {
            json.WriteString("error", error);
        }

        if (view.Record.Note is { } note)
        {
            json.WriteString("note", note);
        }

        if (view.Record.Offers is { } offers)
        {
            WriteOffers(json, offers);
        }
    }

    private static string WordOf(RenderPhase phase) => phase switch
    {
        RenderPhase.Pending => "pending",
        RenderPhase.Processing => "processing",
        RenderPhase.Completed => "completed",
        RenderPhase.Cancelled => "cancelled",
        _ => "failed",
    };

    private static void WriteOffers(Utf8JsonWriter json, IEnumerable<string> offers)
    {
        json.WriteStartArray("offers");
        foreach (var offer in offers)
        {
            json.WriteStringValue(offer);
        }

        json.WriteEndArray();
    }

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
