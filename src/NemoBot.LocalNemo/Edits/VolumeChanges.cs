using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Parts of a sound that have a volume of their own.</summary>
internal static class VolumeChanges
{
    /// <summary>The volume at a position of the asset.</summary>
    public static double LevelAt(IReadOnlyList<VolumeChange> changes, TimeSpan position) =>
        changes.FirstOrDefault(c => c.From <= position && position < c.To)?.Level ?? 1;

    /// <summary>Sets the volume of a part; 1 without a tone is that of the whole again.</summary>
    public static IReadOnlyList<VolumeChange> Set(IReadOnlyList<VolumeChange> changes, VolumeChange change)
    {
        var others = changes.SelectMany(c => new[]
        {
            c with { To = c.To < change.From ? c.To : change.From },
            c with { From = c.From > change.To ? c.From : change.To },
        });
        List<VolumeChange> all = [.. others.Where(c => c.From < c.To), .. change is { Level: 1, Bleeps: false } ? Array.Empty<VolumeChange>() : [change]];
        return [.. all.OrderBy(c => c.From)];
    }
}
