using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>A snapshot of a render.</summary>
/// <param name="Record">The record.</param>
/// <param name="Progress">0 to 1.</param>
internal sealed record RenderView(RenderRecord Record, double Progress);
