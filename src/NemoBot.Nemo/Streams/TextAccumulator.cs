using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Streams;

/// <summary>
/// A text that arrives in pieces and is repeated whole afterwards. Each text comes out once, however the pieces and the repetition
/// relate: a repetition may be missing, or pieces of an earlier text that was never repeated may stand before its own.
/// </summary>
internal sealed class TextAccumulator
{
    private readonly List<string> _pieces = [];
    private string _half = string.Empty;
    private string? _justRepeated;

    /// <summary>Takes a piece; returns what of it can be shown now (half a character waits for its other half).</summary>
    public string Append(string piece)
    {
        _justRepeated = null;
        _pieces.Add(piece);
        var text = _half + piece;
        _half = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[^1..] : string.Empty;
        return JsonText.Mend(text[..^_half.Length]);
    }

    /// <summary>Takes a whole text; returns the texts that are complete with it, in order.</summary>
    public IReadOnlyList<string> Complete(string whole)
    {
        if (_pieces.Count == 0)
        {
            // The same whole text straight after the repetition of its pieces is a repetition of the repetition.
            return whole == _justRepeated ? [] : Show(whole);
        }

        var open = string.Concat(_pieces);
        _justRepeated = whole;
        if (open.Length > whole.Length && open.StartsWith(whole, StringComparison.Ordinal) && KeepAfter(whole.Length))
        {
            return Show(whole);
        }

        var before = open.Length > whole.Length && open.EndsWith(whole, StringComparison.Ordinal) ? open[..^whole.Length]
            : IsRepetition(whole) ? string.Empty : open;
        Clear();
        return Show(before, whole);
    }

    /// <summary>What is left at the end of the stream; null if nothing is.</summary>
    public string? Flush()
    {
        var text = string.Concat(_pieces);
        Clear();
        return Show(text) is [var left] ? left : null;
    }

    private static IReadOnlyList<string> Show(params string[] texts) =>
        [.. texts.Select(WithoutHalf).Where(t => !string.IsNullOrWhiteSpace(t)).Select(JsonText.Mend)];

    /// <summary>A text that was cut inside its last character is shown without it.</summary>
    private static string WithoutHalf(string text) => text.Length > 0 && (char.IsHighSurrogate(text[^1]) || text[^1] == '\uFFFD') ? text[..^1].TrimEnd('\uFFFD') : text;

    /// <summary>Drops the first pieces if they end exactly at a length.</summary>
    private bool KeepAfter(int length)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            length -= _pieces[i].Length;
            if (length == 0)
            {
                _pieces.RemoveRange(0, i + 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>True if at least half of the text of the pieces is found in the whole text in order: a piece or two may have been lost.</summary>
    private bool IsRepetition(string whole)
    {
        var (at, found, total) = (0, 0, 0);
        foreach (var piece in _pieces)
        {
            total += piece.Length;
            var place = whole.IndexOf(piece, at, StringComparison.Ordinal);
            if (place >= 0)
            {
                at = place + piece.Length;
                found += piece.Length;
            }
        }

        return found * 2 >= total;
    }

    private void Clear()
    {
        _pieces.Clear();
        _half = string.Empty;
    }
}
