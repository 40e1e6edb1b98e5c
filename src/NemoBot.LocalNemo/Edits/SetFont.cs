using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The letters of texts. What is null stays.</summary>
internal sealed record SetFont : Edit
{
    /// <summary>Asks which fonts there are.</summary>
    public const string List = "list";

    /// <summary>The titles that are meant; null: none.</summary>
    public TitleRef? Which { get; init; }

    /// <summary>The captions are meant.</summary>
    public bool? Captions { get; init; }

    /// <summary>serif, sans, mono, handwriting, other, or the name of a family.</summary>
    public string? Family { get; init; }

    /// <summary>Bold letters or not.</summary>
    public bool? Bold { get; init; }

    /// <summary>Slanted letters or not.</summary>
    public bool? Italic { get; init; }

    public override string Tool => "set_font";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (Family == List)
        {
            NoteList(context, await InstalledAsync(context, cancellationToken).ConfigureAwait(false));
            return project;
        }

        var titles = Which is { } which ? Titles.Find(context, which) : [];
        var captions = Captions is true ? project.Captions : null;
        if (titles.Count == 0 && captions is null)
        {
            context.Note(Which is null ? "captions.none" : project.Titles.Count == 0 ? "title.none" : "title.which");
            return project;
        }

        var (found, family) = Family is null ? (false, null) : await FindAsync(context, Family, titles, captions, cancellationToken).ConfigureAwait(false);
        return project with
        {
            Titles = [.. project.Titles.Select(t => !titles.Contains(t) ? t : t with { Font = found ? family : t.Font, Bold = Bold ?? t.Bold, Italic = Italic ?? t.Italic })],
            Captions = captions is null ? project.Captions : captions with { Font = found ? family : captions.Font, Bold = Bold ?? captions.Bold, Italic = Italic ?? captions.Italic },
        };
    }

    private static async Task<(bool Found, string? Family)> FindAsync(
        EditContext context, string wanted, IReadOnlyList<Title> titles, Captions? captions, CancellationToken cancellationToken)
    {
        var installed = await InstalledAsync(context, cancellationToken).ConfigureAwait(false);
        var found = FontChoice.Find(wanted, titles.Count > 0 ? titles[0].Font : captions?.Font, installed);
        if (!found.Found)
        {
            NoteMissing(context, wanted, FontChoice.Examples(installed));
        }
        else if (wanted == FontChoice.Other)
        {
            context.Note("font.others");
        }

        if (found.Family is { } family && !installed.Any(f => f.Name == family && f.HasChinese) && (titles.Any(t => HasChinese(t.Text)) || captions?.Lines.Any(l => HasChinese(l.Text)) is true))
        {
            context.Note("font.partly", family);
        }

        return found;
    }

    private static async Task<IReadOnlyList<FontFamily>> InstalledAsync(EditContext context, CancellationToken cancellationToken) =>
        context.Tools.Fonts is { } fonts ? await fonts.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private static void NoteList(EditContext context, IReadOnlyList<FontFamily> installed)
    {
        if (installed.Count == 0)
        {
            context.Note("font.cannot");
        }
        else
        {
            context.Note("font.list", string.Join(", ", FontChoice.Examples(installed)));
        }
    }

    private static void NoteMissing(EditContext context, string wanted, IReadOnlyList<string> examples)
    {
        if (examples.Count == 0)
        {
            context.Note("font.cannot");
        }
        else
        {
            context.Note(FontChoice.IsKind(wanted) ? "font.no-kind" : "font.missing", wanted, string.Join(", ", examples));
        }
    }

    private static bool HasChinese(string text) => text.Any(c => c is >= '\u3400' and <= '\u9FFF');
}
