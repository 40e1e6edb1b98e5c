using System.Text.Json;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Understanding;

/// <summary>A checked answer of the language model.</summary>
/// <param name="Edits">The edits.</param>
/// <param name="Question">What it asks; null: nothing.</param>
/// <param name="Unclear">Phrases that it left out.</param>
internal sealed record ModelAnswer(IReadOnlyList<Edit> Edits, string? Question, IReadOnlyList<string> Unclear)
{
    private const int MostEdits = 30;
    private const int LongestText = 300;
    private const int LongestQuestion = 200;

    /// <summary>Reads and checks an answer.</summary>
    /// <exception cref="JsonException">It is not valid; the message says why, without quoting it.</exception>
    public static ModelAnswer Read(string text, IReadOnlyList<Asset> files)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            throw new JsonException("there is no JSON object.");
        }

        using var document = JsonDocument.Parse(text.AsMemory(start, end + 1 - start));
        var root = document.RootElement;
        var edits = root.TryGetProperty("edits", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.Deserialize(EditJson.Default.ListEdit) ?? [] : throw new JsonException("\"edits\" is missing.");
        if (edits.Count > MostEdits || edits.Any(e => e is null))
        {
            throw new JsonException("there are too many edits, or empty ones.");
        }

        edits.ForEach(e => Check(e, files));
        return new ModelAnswer(edits, QuestionOf(root), UnclearOf(root));
    }

    private static void Check(Edit edit, IReadOnlyList<Asset> files)
    {
        var file = edit switch { PlaceFile place => place.File, AddCaptions captions => captions.File, _ => null };
        if (file is not null && files.All(f => f.Id != file && !string.Equals(f.Name, file, StringComparison.OrdinalIgnoreCase)))
        {
            throw new JsonException("a file does not exist.");
        }

        var text = edit switch { AddTitle title => title.Text, SetTitle title => title.Text, EditCaption caption => caption.Text, _ => null };
        if (text?.Length > LongestText)
        {
            throw new JsonException("a text is too long.");
        }

        if (Colors(edit).Any(c => c is not null && LocalNemo.Colors.Palette.ParseHex(c) is null))
        {
            throw new JsonException("a color is not #rrggbb.");
        }
    }

    private static string?[] Colors(Edit edit) => edit switch
    {
        AddTitle title => [title.Look.Color],
        SetTitle title => [title.Look.Color],
        SetVisual visual => [visual.Color],
        SetBackground background => [background.Color, background.SecondColor],
        SetCaptions captions => [captions.Color],
        _ => [],
    };

    /// <summary>A question that contains an address is not shown: no request needs one.</summary>
    private static string? QuestionOf(JsonElement root) =>
        root.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.String && question.GetString() is { Length: > 0 and <= LongestQuestion } text
        && !text.Contains("://", StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? text : null;

    private static List<string> UnclearOf(JsonElement root) =>
        root.TryGetProperty("unclear", out var unclear) && unclear.ValueKind == JsonValueKind.Array
            ? [.. unclear.EnumerateArray().Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!).Where(u => u.Length is > 1 and <= 60).Take(3)] : [];
}
