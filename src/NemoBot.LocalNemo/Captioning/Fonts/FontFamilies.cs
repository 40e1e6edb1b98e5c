using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>The installed families that libass can draw. The answer is kept for a while: a font may be installed later.</summary>
/// <param name="clock">Measures how old the answer is.</param>
/// <param name="program">fontconfig's lister.</param>
/// <param name="arguments">Arguments that give a family and its languages on a line, with a bar between them.</param>
internal sealed class FontFamilies(TimeProvider clock, string program = "fc-list", params IReadOnlyList<string> arguments) : IFontFamilies
{
    private const string Chinese = "zh-cn";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly IReadOnlyList<string> ListFamilies = [":color=False", "--format", "%{family[0]}|%{lang}\n"];

    private (IReadOnlyList<FontFamily> All, DateTimeOffset At)? _known;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FontFamily>> ListAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetUtcNow() - known.At < Kept)
        {
            return known.All;
        }

        var lines = await FontList.ReadAsync(program, arguments.Count > 0 ? arguments : ListFamilies, cancellationToken).ConfigureAwait(false) ?? [];
        List<FontFamily> all = [.. lines.Select(l => l.Split('|', 2)).Where(p => p is [{ Length: > 0 }, _])
            .GroupBy(p => p[0], StringComparer.OrdinalIgnoreCase).Select(g => new FontFamily(g.Key, g.Any(p => p[1].Split('|', ',').Contains(Chinese))))];
        _known = (all, clock.GetUtcNow());
        return all;
    }
}
