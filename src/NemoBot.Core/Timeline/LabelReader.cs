using System.Text;
using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>Finds what people would call a track or a segment.</summary>
internal static class LabelReader
{
    private const int Longest = 500;

    // A title is called by its words, everything else by its name.
    private static readonly string[] TextNames = ["text", "content", "title", "caption", "name", "label"];
    private static readonly string[] OtherNames = ["title", "name", "text", "label", "filename", "file_name", "description", "prompt"];

    /// <summary>The label on one line; empty if there is none.</summary>
    public static string Read(JsonElement element, JsonElement more, TrackKind kind)
    {
        var names = NamesFor(kind);
        return Find(more, names) ?? Find(element, names) ?? "";
    }

    /// <summary>The property names that may hold the label of such a segment.</summary>
    public static string[] NamesFor(TrackKind kind) => kind == TrackKind.Text ? TextNames : OtherNames;

    private static string? Find(JsonElement element, string[] names)
    {
        foreach (var name in names)
        {
            var value = element.Get(name);
            var text = value.Text() ?? value.Get("text", "content", "value").Text();
            if (text is not null && OneLine(text) is { Length: > 0 } label)
            {
                return label;
            }
        }

        return null;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (line.Length < Longest)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }
}
