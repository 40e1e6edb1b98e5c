using System.Diagnostics;

namespace NemoBot.Core.Telemetry;

/// <summary>
/// One trace follows a message: <c>message</c>, <c>turn</c>, <c>upload</c>, <c>stream</c>, <c>render</c>, <c>delivery</c>. The turn's
/// record holds the parent, so that the trace goes on behind the queue and after a restart. Spans hold no content.
/// </summary>
public static class BotTraces
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "NemoBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a span below the current one; null while nothing listens.</summary>
    internal static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>Starts a span below one that may have ended long ago.</summary>
    /// <param name="name">The span's name.</param>
    /// <param name="parent">The parent as <see cref="Current"/> returned it; null: the current one.</param>
    internal static Activity? Start(string name, string? parent) =>
        ActivityContext.TryParse(parent, null, isRemote: true, out var context)
            ? Source.StartActivity(name, ActivityKind.Internal, context)
            : Source.StartActivity(name);

    /// <summary>The current span in the W3C form; null if there is none.</summary>
    public static string? Current => Activity.Current?.Id;
}
