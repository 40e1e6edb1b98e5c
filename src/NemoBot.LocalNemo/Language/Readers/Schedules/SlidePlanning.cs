using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>Turns starts of pictures into edits of the slideshow.</summary>
internal static class SlidePlanning
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);

    /// <summary>What is seen now, in its order; a picture behind it all counts as the only one.</summary>
    public static List<(string Id, TimeSpan Start)> Present(Reading reading) => reading.Project switch
    {
        { Slides.Count: > 0 } project => [.. Items.Pictures(project).Select(s => (s.Asset.Id, s.Start))],
        { Background: { Kind: BackgroundKind.Image, Asset: { Facts.HasVideo: false } asset } } => [(asset.Id, TimeSpan.Zero)],
        _ => [],
    };

    /// <summary>The plan with another picture from one moment to another.</summary>
    public static List<(string Id, TimeSpan Start)> With(List<(string Id, TimeSpan Start)> present, string id, TimeSpan start, TimeSpan end)
    {
        // What follows begins when the new one ends.
        List<(string Id, TimeSpan Start)> before = [.. present.Where(p => p.Start < start)];
        List<(string Id, TimeSpan Start)> after = [.. present.Except(before)];
        var at = end;
        return [.. before, (id, before.Count == 0 ? TimeSpan.Zero : start), .. after.Select((p, i) =>
        {
            var later = i > 0 && p.Start > at ? p.Start : at;
            at = later + Shortest;
            return (p.Id, later);
        })];
    }

    /// <summary>Places, orders and times the pictures. The last one is seen until the end.</summary>
    public static void Follow(List<(string Id, TimeSpan Start)> plan, TimeSpan total, Reading reading)
    {
        var there = Items.Pictures(reading.Project).Select(s => s.Asset.Id).ToList();
        foreach (var (id, _) in plan.Where(p => !there.Contains(p.Id)))
        {
            reading.Add(new PlaceFile(id, FileRole.Slide));
            there.Add(id);
        }

        for (var i = 0; i < plan.Count; i++)
        {
            if (there.IndexOf(plan[i].Id) is var from && from != i)
            {
                reading.Add(new MoveItem(ItemKind.Slide, from + 1, i + 1));
                there.RemoveAt(from);
                there.Insert(i, plan[i].Id);
            }
        }

        Time(plan, total, reading);
        reading.Focus = Subject.Slides;
    }

    private static void Time(List<(string Id, TimeSpan Start)> plan, TimeSpan total, Reading reading)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            var shown = Items.Pictures(reading.Project).FirstOrDefault(s => s.Asset.Id == plan[i].Id);
            var end = i + 1 < plan.Count ? plan[i + 1].Start : total;
            // The last one takes what is left, unless it has a time of its own already.
            if (i + 1 < plan.Count || shown is { OwnLength: not null })
            {
                reading.Add(new SetSlideTime(i + 1) { Length = end - plan[i].Start });
            }
        }
    }
}
