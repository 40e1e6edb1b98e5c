using NemoBot.Core.Media;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>What lies behind: a picture, a colour, a gradient, the cover.</summary>
internal sealed class BackgroundIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        var ground = Free(clause, Concept.Background);
        var picture = Free(clause, Concept.Image);
        var cover = Free(clause, Concept.Cover);
        var gradient = Free(clause, Concept.Gradient);
        var named = clause.Free(TokenKind.Quote).Where(i => FileOf(bench, clause.Tokens[i].Content) is not null).ToList();
        var colors = clause.Free(TokenKind.Color)
            .Where(i => clause.OwnerOf(i) == Subject.Background || (gradient && clause.OwnerOf(i) != Subject.Visual) || Follows(clause, bench, i)).ToList();
        if (!(ground || picture || cover || gradient || colors.Count > 0 || named.Count > 0))
        {
            return;
        }

        var before = bench.Project.Background;
        if (named.Count > 0)
        {
            UsePicture(bench, FileOf(bench, clause.Claim(named[0]).Content)!);
        }
        else if (gradient || colors.Count > 1)
        {
            UseGradient(bench, [.. colors.Select(i => clause.Claim(i).Content)]);
        }
        else if (colors.Count == 1)
        {
            UseColor(bench, clause.Claim(colors[0]).Content);
        }
        else if (cover)
        {
            UseCover(bench);
        }
        else if (picture || IsQuestion(clause, bench))
        {
            UseNewestPicture(bench);
        }

        Tell(clause, bench, before);
    }

    private static void Tell(Clause clause, Workbench bench, Background before)
    {
        clause.ClaimAll(
            Concept.Background, Concept.Image, Concept.Cover, Concept.Gradient, Concept.ColorWord, Concept.Change, Concept.Add, Concept.And, Concept.From,
            Concept.To, Concept.Replace, Concept.It, Concept.At, Concept.Called, Concept.For, Concept.Video, Concept.Keep, Concept.Whole);
        if (bench.Project.Background != before)
        {
            bench.DidTo("background", "set_background", "background.set", Looks.Describe(bench.Project.Background, bench.Speech));
        }

        bench.Last = Subject.Background;
    }

    private static bool Free(Clause clause, Concept concept)
    {
        var at = clause.IndexOf(concept);
        return at >= 0 && !clause.IsClaimed(at);
    }

    /// <summary>A colour by itself after a clause about the background.</summary>
    private static bool Follows(Clause clause, Workbench bench, int index) => bench.Last == Subject.Background && clause.OwnerOf(index) == Subject.None;

    /// <summary>"with a background" without saying which, when there is nothing special yet.</summary>
    private static bool IsQuestion(Clause clause, Workbench bench) =>
        clause.Has(Concept.Add, Concept.Change) && bench.Project.Background.Kind is BackgroundKind.Gradient or BackgroundKind.Color;

    private static Asset? FileOf(Workbench bench, string name) => bench.Request.Files.LastOrDefault(
        f => f.Facts.Kind == MediaKind.Image && string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    private static void UsePicture(Workbench bench, Asset picture) =>
        bench.Project = bench.Project with { Background = bench.Project.Background with { Kind = BackgroundKind.Image, Asset = picture } };

    private static void UseNewestPicture(Workbench bench)
    {
        if (bench.Request.Files.LastOrDefault(f => f.Facts.Kind == MediaKind.Image) is { } picture)
        {
            UsePicture(bench, picture);
        }
        else if (Covered(bench) is { } covered)
        {
            bench.Project = bench.Project with { Background = bench.Project.Background with { Kind = BackgroundKind.Cover, Asset = covered } };
            bench.Note("picture.cover");
        }
        else
        {
            bench.Note(bench.Project.Background.Kind == BackgroundKind.Gradient ? "picture.gradient" : "picture.missing");
        }
    }

    private static void UseCover(Workbench bench)
    {
        if (Covered(bench) is { } covered)
        {
            bench.Project = bench.Project with { Background = bench.Project.Background with { Kind = BackgroundKind.Cover, Asset = covered } };
        }
        else if (bench.Request.Files.LastOrDefault(f => f.Facts.Kind == MediaKind.Image) is { } picture)
        {
            UsePicture(bench, picture);
        }
        else
        {
            bench.Note("cover.missing");
        }
    }

    private static Asset? Covered(Workbench bench) => bench.Project.Clips.Select(c => c.Asset).FirstOrDefault(a => a.Facts is { HasCover: true, HasVideo: false });

    private static void UseColor(Workbench bench, string color)
    {
        var visual = bench.Project.Visual;
        var bright = Looks.TextOn(new Background(BackgroundKind.Color, color, null, null));
        bench.Project = bench.Project with
        {
            Background = new Background(BackgroundKind.Color, color, null, null),
            // A white waveform on white would not be seen.
            Visual = visual.Color == color || (visual.Color == "#ffffff" && bright != "#ffffff") ? visual with { Color = bright } : visual,
        };
    }

    private static void UseGradient(Workbench bench, List<string> colors)
    {
        var plain = new Project().Background;
        bench.Project = bench.Project with
        {
            Background = colors switch
            {
                [var top, var bottom, ..] => new Background(BackgroundKind.Gradient, top, bottom, null),
                [var one] => new Background(BackgroundKind.Gradient, one, Palette.Darker(one), null),
                _ => plain,
            },
        };
    }
}
