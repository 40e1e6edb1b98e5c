using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>A snapshot of a render.</summary>
/// <param name="Record">The record.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Ahead">How many others come before it while it waits; null if it does not wait, or nobody counts them.</param>
internal sealed record RenderView(RenderRecord Record, double Progress, int? Ahead = null);
