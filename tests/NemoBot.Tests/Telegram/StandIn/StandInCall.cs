using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>A call that came in.</summary>
/// <param name="At">When, on the stand-in's clock.</param>
/// <param name="Method">Which.</param>
/// <param name="Fields">What was sent; fields of a multipart body as text or parsed JSON.</param>
/// <param name="Status">How it was answered.</param>
internal sealed record StandInCall(DateTimeOffset At, string Method, JsonObject Fields, int Status);
