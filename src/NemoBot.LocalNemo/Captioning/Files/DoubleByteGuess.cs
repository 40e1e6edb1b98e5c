namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Recognizes Chinese and Japanese encodings in short text: nearly all of its characters are common ones.</summary>
internal static class DoubleByteGuess
{
    private const double Enough = 0.9;

    private static readonly (int Page, Func<byte, byte, bool> IsLead, Func<byte, byte, bool> IsCommon)[] Candidates =
    [
        (932, (a, b) => a is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xEF) && b >= 0x40, IsCommonJapanese),
        (54936, (a, b) => a >= 0x81 && b >= 0x40, (a, b) => (a is >= 0xB0 and <= 0xD7 && b >= 0xA1) || (a is 0xA1 or 0xA3 && b >= 0xA1)),
        (950, (a, b) => a >= 0x81 && b >= 0x40, (a, _) => a is >= 0xA4 and <= 0xC6 || a == 0xA1),
    ];

    /// <summary>A code page; null if none fits.</summary>
    public static int? Find(ReadOnlySpan<byte> bytes)
    {
        (int Page, double Share) best = (0, 0);
        foreach (var (page, isLead, isCommon) in Candidates)
        {
            var share = CommonShare(bytes, isLead, isCommon);
            if (share > best.Share)
            {
                best = (page, share);
            }
        }

        return best.Share >= Enough ? best.Page : null;
    }

    /// <summary>The part of common characters among those that are not ASCII; 0 when a byte has no partner.</summary>
    private static double CommonShare(ReadOnlySpan<byte> bytes, Func<byte, byte, bool> isLead, Func<byte, byte, bool> isCommon)
    {
        int all = 0, common = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (i + 1 >= bytes.Length || !isLead(bytes[i], bytes[i + 1]))
            {
                return 0;
            }

            all++;
            common += isCommon(bytes[i], bytes[i + 1]) ? 1 : 0;
            i++;
        }

        return all == 0 ? 0 : (double)common / all;
    }

    private static bool IsCommonJapanese(byte a, byte b) =>
        (a == 0x82 && b >= 0x9F) || (a == 0x83 && b <= 0x96) || a == 0x81 || a is >= 0x88 and <= 0x97;
}
