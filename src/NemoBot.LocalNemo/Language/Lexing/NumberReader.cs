using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Reads numbers with what belongs to them: units, clock times, ratios, percentages; in digits, English words and Chinese numerals.</summary>
internal static partial class NumberReader
{
    private const int LongestNumber = 9;

    // A shape is named beside its sides; a whole text is not searched for each of them.
    private const int Nearby = 100;
    private const string Half = " and a half";

    /// <summary>Reads what begins at a place of a folded text; null if it is no number.</summary>
    public static Token? Read(string text, int start)
    {
        var c = text[start];
        if (c == '第')
        {
            // Looking past a second 第 would restart the scan at each of many: quadratic.
            return start + 1 < text.Length && text[start + 1] != '第' && Read(text, start + 1) is { IsTime: true } time
                ? time with { Kind = TokenKind.Time, Start = start, Length = time.Length + 1 } : null;
        }

        if (text.AsSpan(start).StartsWith("百分之"))
        {
            return ReadAmount(text, start + 3) is { } part
                ? new Token(TokenKind.Percent, start, part.End - start) { Value = part.Value / 100 } : null;
        }

        if (c >= 0x2E80 && NumberWords.Read(text, start) is { Value: > 0 } width && width.End + 1 < text.Length && text[width.End] == '比' && NumberWords.Read(text, width.End + 1) is { Value: > 0 } height)
        {
            // 四比三.
            return new Token(TokenKind.Ratio, start, height.End - start) { Value = width.Value / height.Value };
        }

        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && char.IsAsciiLetterOrDigit(c))
        {
            return null;
        }

        if (c is 'x' or '×' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1]) && ReadAmount(text, start + 1) is { } times && (times.End == text.Length || !char.IsAsciiLetterOrDigit(text[times.End])))
        {
            return new Token(TokenKind.Factor, start, times.End - start) { Value = times.Value };
        }

        var clock = char.IsAsciiDigit(c) ? ReadClock(text, start) : null;
        return clock ?? (ReadAmount(text, start) is { } amount ? WithUnit(text, start, amount) : null);
    }

    private static (double Value, int End, bool Digits)? ReadAmount(string text, int start)
    {
        if (start >= text.Length)
        {
            return null;
        }

        if (char.IsAsciiDigit(text[start]) || (text[start] == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
        {
            var end = start;
            while (end < text.Length && end - start < LongestNumber
                && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            return double.TryParse(text.AsSpan(start, end - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? WithHalf(text, (value, end, true)) : null;
        }

        return NumberWords.Read(text, start) is { } word ? WithHalf(text, (word.Value, word.End, false)) : null;
    }

    /// <summary>"four and a half".</summary>
    private static (double Value, int End, bool Digits) WithHalf(string text, (double Value, int End, bool Digits) number) =>
        number.Value >= 1 && text.AsSpan(number.End).StartsWith(Half, StringComparison.Ordinal) ? (number.Value + 0.5, number.End + Half.Length, number.Digits) : number;

    private static Token? WithUnit(string text, int start, (double Value, int End, bool Digits) amount)
    {
        if (text.AsSpan(amount.End).StartsWith("分之") && ReadAmount(text, amount.End + 2) is { } parts)
        {
            // 三分之一.
            return amount.Value > parts.Value ? new Token(TokenKind.Percent, start, parts.End - start) { Value = parts.Value / amount.Value } : null;
        }

        var unit = Units.Read(text, amount.End, amount.Digits);
        if (unit is null)
        {
            // Words such as "one" or 一 are numbers only with a unit.
            return amount.Digits ? new Token(TokenKind.Number, start, amount.End - start) { Value = amount.Value } : null;
        }

        var token = new Token(unit.Value.Kind, start, unit.Value.End - start) { Value = amount.Value * unit.Value.Factor };
        if (token.Kind == TokenKind.Percent && text[token.End - 1] == '成' && token.End < text.Length && NumberWords.Read(text, token.End) is { Value: >= 1 and < 10 } more)
        {
            // 一成五.
            return token with { Value = token.Value + more.Value / 100, Length = more.End - start };
        }

        return token.Kind == TokenKind.Duration ? WithRest(text, token, unit.Value.Factor, amount.Digits) : token;
    }

    /// <summary>A length with what is said after its unit; null if it is longer than any recording.</summary>
    private static Token? WithRest(string text, Token token, double factor, bool digits)
    {
        var seconds = token.Value;
        if (factor == 1 && token.End < text.Length && text[token.End] == '半' && !text.AsSpan(token.End).StartsWith("半透"))
        {
            // 三秒半.
            seconds += 0.5;
            token = token with { Length = token.Length + 1 };
        }

        if (factor >= 60 && ReadRest(text, token.End, digits) is { } rest)
        {
            seconds += rest.Seconds;
            token = token with { Length = rest.End - token.Start };
        }

        return seconds < 1_000_000 ? token with { Value = seconds, Time = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)) } : null;
    }

    /// <summary>The seconds after the minutes: 1 min 30 s, 1分30秒, 一分半.</summary>
    private static (double Seconds, int End)? ReadRest(string text, int start, bool digits)
    {
        if (!digits && start < text.Length && text[start] == '半')
        {
            return (30, start + 1);
        }

        var at = start < text.Length && text[start] == ' ' ? start + 1 : start;
        if (text[start - 1] == '分' && ReadAmount(text, start) is { Value: > 0 and < 60 } bare && IsWhole(bare.Value) && Units.Read(text, bare.End, bare.Digits) is null && (bare.End >= text.Length || !"个张段次倍成点".Contains(text[bare.End], StringComparison.Ordinal)))
        {
            // 1分20, 一分二十.
            return (bare.Value, bare.End);
        }

        return ReadAmount(text, at) is { } amount && Units.Read(text, amount.End, amount.Digits) is { Kind: TokenKind.Duration } unit && unit.Factor <= 60
            ? (amount.Value * unit.Factor, unit.End) : null;
    }

    private static bool IsWhole(double value) => value == Math.Floor(value);

    /// <summary>0:10, 01:02:03.5, 16:9, 1920x1080.</summary>
    private static Token? ReadClock(string text, int start)
    {
        Span<int> parts = stackalloc int[3];
        var (count, at) = (0, start);
        var lastDigits = 0;
        while (count < parts.Length)
        {
            var begin = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - begin < 5)
            {
                at++;
            }

            lastDigits = at - begin;
            parts[count++] = int.Parse(text.AsSpan(begin, lastDigits), CultureInfo.InvariantCulture);
            if (at + 1 >= text.Length || text[at] is not (':' or 'x' or '×') || !char.IsAsciiDigit(text[at + 1]))
            {
                break;
            }

            at++;
        }

        if (count == 1 && ReadSides(text, start, at, parts[0]) is { } ratio)
        {
            return ratio;
        }

        return count switch
        {
            2 when text.AsSpan(start, at - start).ContainsAny('x', '×') => Size(parts[0], parts[1], start, at),
            2 when lastDigits == 2 && parts[1] < 60 && !IsKnownRatio(parts[0], parts[1]) => Clock(parts[0] * 60 + parts[1], text, start, at),
            2 when parts[0] == 0 && parts[1] < 60 => Clock(parts[1], text, start, at),
            2 when parts[0] > 0 && parts[1] > 0 => new Token(TokenKind.Ratio, start, at - start) { Value = parts[0] / (double)parts[1] },
            3 when lastDigits == 2 => Clock(parts[0] * 3600 + parts[1] * 60 + parts[2], text, start, at),
            _ => null,
        };
    }

    /// <summary>9 by 16, 9比16, 9/16: only with sides that a picture has.</summary>
    private static Token? ReadSides(string text, int start, int at, int left)
    {
        foreach (var between in (ReadOnlySpan<string>)[" by ", "比", " x ", " × ", "/", " : ", " to "])
        {
            var second = at + between.Length;
            if (!text.AsSpan(at).StartsWith(between, StringComparison.Ordinal) || second >= text.Length || !char.IsAsciiDigit(text[second]))
            {
                continue;
            }

            var end = second;
            while (end < text.Length && char.IsAsciiDigit(text[end]) && end - second < 5)
            {
                end++;
            }

            var right = int.Parse(text.AsSpan(second, end - second), CultureInfo.InvariantCulture);
            if ((left, right) is (9, 16) or (16, 9) or (4, 5) or (5, 4) or (1, 1) or (3, 4) or (4, 3) or (2, 3) or (3, 2) or (21, 9) && (end >= text.Length || !char.IsAsciiLetter(text[end]))
                && (between != " to " || (left, right) is (9, 16) or (16, 9) or (21, 9) || SaysShape().IsMatch(text.AsSpan(Math.Max(0, start - Nearby)..Math.Min(text.Length, end + Nearby)))))
            {
                return new Token(TokenKind.Ratio, start, end - start) { Value = left / (double)right };
            }

            if (left >= 100 && right >= 100 && between != " to ")
            {
                return Size(left, right, start, end);
            }
        }

        return null;
    }

    /// <summary>"cut 2 to 3" is a time; "crop it to 2 to 3" a shape.</summary>
    [GeneratedRegex(@"\b(crop(ped)?|ratio|aspect|format|shape|canvas|frame)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SaysShape();

    private static bool IsKnownRatio(int left, int right) => (left, right) is (9, 16);

    private static Token? Size(int width, int height, int start, int end) => width < 16 || height < 16 ? null
        : new Token(TokenKind.Ratio, start, end - start) { Value = width / (double)height, Time = TimeSpan.FromTicks(Math.Min(width, height)) };

    private static Token Clock(int seconds, string text, int start, int end)
    {
        var fraction = 0.0;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var stop = end + 1;
            while (stop < text.Length && char.IsAsciiDigit(text[stop]) && stop - end < 4)
            {
                stop++;
            }

            fraction = double.Parse(text.AsSpan(end, stop - end), NumberStyles.Float, CultureInfo.InvariantCulture);
            end = stop;
        }

        return new Token(TokenKind.Time, start, end - start) { Time = TimeSpan.FromMilliseconds(Math.Round((seconds + fraction) * 1000)) };
    }
}
