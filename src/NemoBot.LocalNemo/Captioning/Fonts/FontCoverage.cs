using System.Globalization;
using System.Text;

namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>
/// Asks fontconfig for the characters of all fonts that libass can draw: fonts made of color bitmaps are not among them. The
/// answer is kept, and asked for again when something is missing: the font may have been installed since.
/// </summary>
/// <param name="clock">Measures how old the answer is.</param>
/// <param name="program">fontconfig's lister.</param>
/// <param name="arguments">Arguments that give each font's ranges on a line.</param>
internal sealed class FontCoverage(TimeProvider clock, string program = "fc-list", params IReadOnlyList<string> arguments) : IFontCoverage, IDisposable
{
    private const int SampleLength = 5;
    private static readonly TimeSpan KeepMissing = TimeSpan.FromMinutes(1);
    private static readonly IReadOnlyList<string> ListOutlines = [":color=False", "--format", "%{charset}\n"];

    private readonly SemaphoreSlim _one = new(1);
    private CodePointSet? _covered;
    private DateTimeOffset _listedAt;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MissingScript>> FindMissingAsync(string text, CancellationToken cancellationToken)
    {
        var runes = text.EnumerateRunes().Where(IsDrawn).Distinct().ToList();
        if (runes.Count == 0)
        {
            return [];
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _covered ??= await ListAsync(cancellationToken).ConfigureAwait(false);
            if (_covered is not null && Uncovered(runes).Count > 0 && clock.GetUtcNow() - _listedAt > KeepMissing)
            {
                _covered = await ListAsync(cancellationToken).ConfigureAwait(false) ?? _covered;
            }

            return _covered is null ? [] : ByScript(Uncovered(runes));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private List<Rune> Uncovered(List<Rune> runes) => [.. runes.Where(r => !_covered!.Contains(r.Value))];

    private static List<MissingScript> ByScript(List<Rune> missing) =>
        [.. missing.GroupBy(r => ScriptNames.Find(r.Value)).Select(g => new MissingScript(g.Key.Name, g.Key.Package, string.Concat(g.Take(SampleLength))))];

    private static bool IsDrawn(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F) and not (>= 0x1F3FB and <= 0x1F3FF) and not 0x20E3;

    private async Task<CodePointSet?> ListAsync(CancellationToken cancellationToken)
    {
        if (await FontList.ReadAsync(program, arguments.Count > 0 ? arguments : ListOutlines, cancellationToken).ConfigureAwait(false) is not { } lines)
        {
            return null;
        }

        var set = new CodePointSet();
        foreach (var ranges in lines)
        {
            set.Add(ranges);
        }

        _listedAt = clock.GetUtcNow();
        return set;
    }
}
