using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Changes words in captions: one line, or a word everywhere.</summary>
/// <param name="Text">The new text; empty takes the line away.</param>
internal sealed record EditCaption(string Text) : Edit
{
    /// <summary>The line's number from 1; null: wherever <see cref="Old"/> occurs.</summary>
    public int? Line { get; init; }

    /// <summary>The words to replace.</summary>
    public string? Old { get; init; }

    public override string Tool => "edit_captions";

    protected override Project Apply(EditContext context)
    {
        if (context.Project.Captions is not { } captions)
        {
            context.Note("captions.none");
            return context.Project;
        }

        var lines = Line is { } number ? Replace(context, captions, number) : ReplaceEverywhere(context, captions);
        return context.Project with { Captions = captions with { Lines = lines } };
    }

    private IReadOnlyList<CaptionLine> Replace(EditContext context, Projects.Captions captions, int number)
    {
        if (Items.Index(captions.Lines.Count, number) is not { } index)
        {
            context.Note("captions.count", captions.Lines.Count);
            return captions.Lines;
        }

        return Text.Length == 0
            ? [.. captions.Lines.Where((_, i) => i != index)]
            : [.. captions.Lines.Select((l, i) => i == index ? With(l, Text) : l)];
    }

    private IReadOnlyList<CaptionLine> ReplaceEverywhere(EditContext context, Projects.Captions captions)
    {
        if (string.IsNullOrWhiteSpace(Old) || !captions.Lines.Any(l => l.Text.Contains(Old, StringComparison.OrdinalIgnoreCase)))
        {
            context.Note("captions.not-found", Old ?? "");
            return captions.Lines;
        }

        return [.. captions.Lines.Select(l => With(l, l.Text.Replace(Old, Text, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>A line with another text keeps the times of its words only if it still has as many of them.</summary>
    private static CaptionLine With(CaptionLine line, string text)
    {
        if (text == line.Text)
        {
            return line;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return line with { Text = text, Words = words.Length == line.Words.Count ? [.. line.Words.Zip(words, (w, t) => w with { Text = t })] : [] };
    }
}
