using System.Globalization;

namespace NemoBot.Core.Timeline;

/// <summary>One spelling for each number of JSON, without loss: digits without zeros at either end, and a power of ten.</summary>
internal static class CanonicalNumber
{
    /// <summary>For example <c>35e-2</c> for <c>0.350</c>; <c>0</c> for every zero; an absurd exponent is left unchanged.</summary>
    /// <param name="json">A number as JSON writes it.</param>
    public static string Of(string json)
    {
        var sign = json.StartsWith('-') ? "-" : "";
        var mark = json.AsSpan().IndexOfAny('e', 'E');
        var mantissa = json[sign.Length..(mark < 0 ? json.Length : mark)];
        long exponent = 0;
        if (mark >= 0 && (!long.TryParse(json.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs(exponent) > int.MaxValue))
        {
            return json;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var kept = digits.TrimEnd('0');
        exponent += digits.Length - kept.Length;
        return kept.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{sign}{kept}e{exponent}");
    }
}
