using System.Text;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>How well a line may end between two characters of a text without spaces.</summary>
internal sealed class WordBreaks
{
    private const double BeforeParticle = 0.6;
    private const double InsideNumber = 0.6;
    private const double InsideWord = 0.3;

    /// <summary>Between two single characters: a dictionary does not know every word.</summary>
    private const double BetweenSingles = 0.2;
    private const double AfterParticle = -0.04;
    private const string EndsPhrase = "的了着过地得吗呢吧啊呀嘛们と、のはがをにへで";
    private const string Numerals = "第一二三四五六七八九十百千万亿两几0123456789０１２３４５６７８９";
    private const string Counted = "期季集章回年月日号点分秒个只条本位次届岁天周元块";
    private readonly string _text;
    private readonly IReadOnlySet<int> _places;

    /// <param name="text">One paragraph.</param>
    public WordBreaks(string text)
    {
        _text = text;
        _places = text.Any(c => c > 0x2e7f) ? IcuWords.Instance?.Find(text) ?? Guess(text) : new HashSet<int>();
    }

    /// <param name="at">Between the character before and the character at this place.</param>
    /// <returns>0: it does not matter; more is worse.</returns>
    public double PriceAt(int at)
    {
        if (at <= 0 || at >= _text.Length || !IsDense(at - 1) || !IsDense(at))
        {
            return 0;
        }

        var (last, next) = (_text[at - 1], _text[at]);
        return EndsPhrase.Contains(next, StringComparison.Ordinal) ? BeforeParticle
            : Numerals.Contains(last, StringComparison.Ordinal) && (Numerals.Contains(next, StringComparison.Ordinal) || Counted.Contains(next, StringComparison.Ordinal)) ? InsideNumber
            : EndsPhrase.Contains(last, StringComparison.Ordinal) ? AfterParticle
            : !_places.Contains(at) ? InsideWord
            : _places.Contains(at - 1) && _places.Contains(at + 1) ? BetweenSingles : 0;
    }

    /// <summary>Without a dictionary: most words have two characters, counted from where a phrase starts.</summary>
    internal static IReadOnlySet<int> Guess(string text)
    {
        HashSet<int> places = [];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (length % 2 == 0)
            {
                places.Add(i);
            }

            length = Rune.IsLetter(new Rune(char.IsSurrogate(text[i]) ? '字' : text[i])) && text[i] > 0x2e7f && !EndsPhrase.Contains(text[i], StringComparison.Ordinal) ? length + 1 : 0;
        }

        return places;
    }

    private bool IsDense(int at) => _text[at] > 0x2e7f || char.IsDigit(_text[at]);
}
