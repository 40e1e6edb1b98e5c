using System.Text;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>Recognizes HTML by how it begins.</summary>
internal static class WebPage
{
    private const int MostLeading = 512;
    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<script", "<body", "<!-- "];

    public static bool IsOne(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, MostLeading)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return Array.Exists(Beginnings, b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase));
    }
}
