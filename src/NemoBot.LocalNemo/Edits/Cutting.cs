using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The checks around a cut.</summary>
internal static class Cutting
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.1);

    /// <summary>Resolves spans on the project's timeline, joined where they overlap. A span behind the end is refused with a note.</summary>
    public static IReadOnlyList<(TimeSpan From, TimeSpan To)> Resolve(EditContext context, IReadOnlyList<Span> spans)
    {
        var total = context.Project.Duration;
        var parts = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var span in spans)
        {
            var (from, to) = span.On(total);
            if (from >= total || to <= from)
            {
                context.Note("trim.beyond", total);
                continue;
            }

            parts.Add((from, to));
        }

        return Join(parts);
    }

    /// <summary>Keeps parts; says why if that cannot be done.</summary>
    public static Project Keep(EditContext context, IReadOnlyList<(TimeSpan From, TimeSpan To)> parts)
    {
        var project = context.Project;
        if (project.Clips.Count == 0)
        {
            context.Note("trim.empty");
            return project;
        }

        if (TimeSpan.FromTicks(parts.Sum(p => (p.To - p.From).Ticks)) < Shortest)
        {
            // No part at all means that every span was refused before, which was said already.
            if (parts.Count > 0 || context.Notes.All(n => n.Key != "trim.beyond"))
            {
                context.Note("trim.nothing");
            }

            return project;
        }

        if (Timing.Keep(project, parts) is { } cut)
        {
            return cut;
        }

        context.Note("trim.voice");
        return project;
    }

    private static List<(TimeSpan From, TimeSpan To)> Join(List<(TimeSpan From, TimeSpan To)> parts)
    {
        var joined = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var part in parts.OrderBy(p => p.From))
        {
            if (joined.Count > 0 && part.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, part.To > joined[^1].To ? part.To : joined[^1].To);
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }
}
