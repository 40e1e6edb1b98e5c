using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Sessions and their state.</summary>
internal sealed class SessionEndpoints(Gate gate, SessionStore sessions, AssetStore assets, IRenders renders)
{
    private const int LongestName = 200;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/tasks/me/with-session/nemo_agent", CreateAsync);
        routes.MapDelete("/api/sessions/{session}", EraseAsync);
        routes.MapGet("/api/state/nemo_agent/me/{session}/latest", ShowStateAsync);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var user = await gate.RequireUserAsync(context);
        using var body = await RequestBody.ReadObjectAsync(context);
        var name = RequestBody.Text(body.RootElement, "task_name") ?? "project";
        var language = RequestBody.Text(body.RootElement, "language") ?? "en";
        if (name.Length > LongestName || language.Length > 35)
        {
            throw ApiException.BadRequest("task_name or language is too long.");
        }

        var session = (await sessions.CreateAsync(user.UserId, name, language, context.RequestAborted)).Record;
        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteString("task_id", session.TaskId);
            json.WriteString("session_id", session.SessionId);
            json.WriteString("user_id", session.UserId);
        });
    }

    /// <summary>Deletes a session with its files and renders. The cloud has no such call.</summary>
    private async Task EraseAsync(HttpContext context)
    {
        var session = await gate.RequireSessionAsync(
            await gate.RequireUserAsync(context), (string?)context.Request.RouteValues["session"], context.RequestAborted);

        // What was begun is ended, even if the client goes away.
        var stop = CancellationToken.None;
        var bytes = await sessions.EraseAsync(session, stop);
        var erased = (await renders.EraseAsync(session.Record.SessionId, stop)).And(new ErasedFiles(1, bytes));
        foreach (var id in session.Record.Assets)
        {
            erased = erased.And(new ErasedFiles(1, await assets.DropAsync(id, stop)));
        }

        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteNumber("files", erased.Count);
            json.WriteNumber("bytes", erased.Bytes);
        });
    }

    private async Task ShowStateAsync(HttpContext context)
    {
        var user = await gate.RequireUserAsync(context);
        var session = (await gate.RequireSessionAsync(user, (string?)context.Request.RouteValues["session"], context.RequestAborted)).Record;
        var known = await assets.LoadAsync(session.Assets, session.UserId, context.RequestAborted);
        await Envelope.WriteDataAsync(context, json =>
        {
            json.WriteString("session_id", session.SessionId);
            json.WriteString("task_id", session.TaskId);
            json.WriteString("task_name", session.TaskName);
            json.WriteString("user_id", session.UserId);
            json.WriteStartObject("state");
            WriteState(json, session, known);
            json.WriteEndObject();
        });
    }

    private static void WriteState(Utf8JsonWriter json, SessionRecord session, IReadOnlyDictionary<string, Asset> known)
    {
        if (session.Draft is { } draft)
        {
            json.WritePropertyName("draft");
            json.WriteRawValue(draft);
            using var document = JsonDocument.Parse(draft);
            json.WritePropertyName("canvas_config");
            document.RootElement.GetProperty(DraftKeys.Canvas).WriteTo(json);
            json.WriteNumber("draft_version", Math.Max(1, session.Version));
        }

        json.WriteStartArray("video_infos");
        foreach (var asset in session.Assets.Select(known.GetValueOrDefault).OfType<Asset>())
        {
            json.WriteStartObject();
            json.WriteString("filename", asset.Name);
            FileAnswer.WriteFacts(json, asset.Facts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
