using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>
/// Reads which picture is seen when: "a.png for the first half, b.png for the second", 最后8秒放这张, "switch at 0:22 instead".
/// The time belongs to the picture: nothing of the video is cut.
/// </summary>
internal static partial class PictureTimes
{
    /// <summary>Reads and claims the words of a schedule.</summary>
    public static void Read(string text, Reading reading)
    {
        if (Shift(reading))
        {
            reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        }
        else if (Schedule.In(text, reading.Situation).FirstOrDefault(s => BeginsTalk(s, reading) && Follow(s, reading)) is { } schedule)
        {
            reading.Clauses.ToList().ForEach(c => Claim(c, schedule));
        }
    }

    /// <summary>"slideshow: a.jpg 10 sec, b.jpg 5 sec": nothing before it names pictures or times.</summary>
    private static bool BeginsTalk(Schedule schedule, Reading reading) => !reading.Clauses.SelectMany(c => c.Tokens)
        .Any(t => t.End <= schedule.Start && (t.IsTime || t.Kind is TokenKind.File or TokenKind.Ordinal || t.Concept == Concept.Each));

    private static bool Follow(Schedule schedule, Reading reading)
    {
        var pictures = schedule.Pictures;
        return pictures.Select(p => p.Id).OfType<string>().Distinct().Count() switch
        {
            > 1 => ReadAll(pictures, reading),
            1 when pictures is [{ Id: { } id, Time: { } time } only] => IsNew(id, reading) ? Insert(id, time, reading) : (only.IsShort || schedule.Switches) && Move(id, time, reading),
            0 when schedule.Switches && (schedule.Bare ?? (pictures is [var next, ..] ? next.Time : null)) is { } moment => MoveChange(moment, reading),
            _ => false,
        };
    }

    /// <summary>"make the change 5 seconds later", 换图晚3秒.</summary>
    private static bool Shift(Reading reading)
    {
        var pictures = Items.Pictures(reading.Project);
        if (pictures.Count < 2 || reading.Situation.Text.Length > 60 || Shifted().Match(CleanText.Simplified(reading.Situation.Text)) is not { Success: true } said
            || reading.Clauses.SelectMany(c => c.Tokens).FirstOrDefault(t => t.Kind == TokenKind.Duration) is not { } by)
        {
            return false;
        }

        reading.Add(pictures.Count > 2 ? new Decline(Inability.WhichPicture) : new SetSlideTime(2) { From = pictures[1].Start + (said.Groups["earlier"].Success ? -by.Time : by.Time) }, Subject.Slides);
        return true;
    }

    private static void Claim(Clause clause, Schedule schedule)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i].Start >= schedule.Start && clause.Tokens[i].End <= schedule.End)
            {
                clause.Claim(i);
            }
        }
    }

    private static bool IsNew(string id, Reading reading) => reading.Situation.HasMaterial && reading.Situation.NewFiles.Any(f => f.Id == id && f.Facts.Kind == MediaKind.Image);

    /// <summary>Several pictures, each with its time.</summary>
    private static bool ReadAll(IReadOnlyList<SaidPicture> said, Reading reading)
    {
        var total = Schedule.LengthOf(reading.Situation);
        if (said.Any(p => p.Id is null) || said.DistinctBy(p => p.Id).Count() != said.Count || !said.Any(p => p.Time is not null) || HasVideo(reading) || AreSomeOfThose(said, reading))
        {
            return false;
        }

        List<(string Id, TimeSpan Start)> plan = [];
        var at = TimeSpan.Zero;
        foreach (var (picture, i) in said.Select((p, i) => (p, i)))
        {
            var start = picture.Time?.Start ?? at;
            if ((i > 0 && start <= plan[^1].Start) || (total > TimeSpan.Zero && start >= total))
            {
                return false;
            }

            plan.Add((picture.Id!, i == 0 ? TimeSpan.Zero : start));
            at = picture.Time?.End ?? (picture.Time?.Length is { } length ? start + length : i + 1 < said.Count && said[i + 1].Time?.Start is { } next ? next : TimeSpan.Zero);
            if (at <= start && i + 1 < said.Count)
            {
                return false;
            }
        }

        SlidePlanning.Follow(plan, total, reading);
        return true;
    }

    /// <summary>第一张4秒，第三张7秒: each by itself, the others share the rest.</summary>
    private static bool AreSomeOfThose(IReadOnlyList<SaidPicture> said, Reading reading)
    {
        var there = Items.Pictures(reading.Project).Select(s => s.Asset.Id).ToList();
        return there.Count > said.Count && said.All(p => there.Contains(p.Id!));
    }

    /// <summary>A picture that has just come is put among those that are there.</summary>
    private static bool Insert(string id, SaidTime time, Reading reading)
    {
        var total = reading.Project.Duration;
        if (time is { Start: null, End: null, Length: not null } || Names(id, reading, "logo", "watermark"))
        {
            return false;
        }

        var start = time.Start ?? TimeSpan.Zero;
        var end = time.End ?? (time.Length is { } length ? start + length : total);
        var present = SlidePlanning.Present(reading);
        if (start >= end || start >= total || present.Count == 0 || HasVideo(reading))
        {
            reading.Add(new Decline(Inability.PictureTime));
            reading.RefusesFiles = true;
            return true;
        }

        if (end < total && start > TimeSpan.Zero && present[^1].Start < start)
        {
            reading.Add(new Decline(Inability.PictureReturn));
            reading.RefusesFiles = true;
            return true;
        }

        SlidePlanning.Follow(SlidePlanning.With(present, id, start, end < total ? end : total), total, reading);
        return true;
    }

    /// <summary>"b from 0:25": a picture that is there.</summary>
    private static bool Move(string id, SaidTime time, Reading reading)
    {
        var index = Items.Pictures(reading.Project).ToList().FindIndex(s => s.Asset.Id == id);
        if (index < 0)
        {
            return false;
        }

        reading.Add(new SetSlideTime(index + 1) { From = index == 0 ? null : time.Start, To = time.End, Length = time.Length }, Subject.Slides);
        return true;
    }

    /// <summary>"switch at 0:22 instead": the one change that there is.</summary>
    private static bool MoveChange(SaidTime time, Reading reading)
    {
        var count = Items.Pictures(reading.Project).Count;
        // "the first 5 seconds" are a part of the video, not a moment.
        if ((time.Start ?? time.Length) is not { } moment || moment <= TimeSpan.Zero || time.End is not null || time.IsLast || count < 2 || (count > 2 && time.Length is not null)
            || (time.Length is not null && !reading.Clauses.Any(c => c.Text.Contains('换', StringComparison.Ordinal) || c.Text.Contains('切', StringComparison.Ordinal)))
            || OtherMoment().IsMatch(CleanText.Simplified(reading.Situation.Text)))
        {
            return false;
        }

        reading.Add(count > 2 ? new Decline(Inability.WhichPicture) : new SetSlideTime(2) { From = moment }, Subject.Slides);
        return true;
    }

    /// <summary>A clip is seen: pictures over it would hide all of it.</summary>
    private static bool HasVideo(Reading reading) => reading.Project is { Slides.Count: 0, Background.Kind: BackgroundKind.Video };

    private static bool Names(string id, Reading reading, params ReadOnlySpan<string> words)
    {
        var name = reading.Situation.Files.First(f => f.Id == id).Name;
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"change the start to 0:22": of the video.</summary>
    [GeneratedRegex(@"\b(?:start|begin|ends?)\b|开始|开头|结尾|结束", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherMoment();

    [GeneratedRegex(
        @"^\W*(?:(?:and|now|ok|please|can you|make|let|do|have|move) )*(?:the |it )*(?:switch|swap|(?:picture |photo )?change|next picture|second picture)(?: happen| come| be| over)? (?:about |like )?\w+ ?\w* (?:later|(?<earlier>earlier|sooner))\b\W*$"
        + @"|^\W*(?:换图|切换|换照片)(?:的?时间)?(?:再)?(?:晚|推迟|(?<earlier>早|提前))[^，。]{0,8}$|^\W*(?:再)?(?:晚|推迟|(?<earlier>早|提前))[^，。]{0,6}(?:换图|切换|换照片)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shifted();
}
