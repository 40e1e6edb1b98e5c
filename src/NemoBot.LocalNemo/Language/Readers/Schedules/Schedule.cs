using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>What a message says of pictures and their times, in its order.</summary>
internal sealed partial class Schedule
{
    // A story is not searched: the time of reading stays in proportion to the text.
    private const int Longest = 200;
    private const int MostFiles = 30;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private readonly List<(string? Id, bool IsShort, int At)> _pictures = [];
    private readonly List<(SaidTime Time, int At)> _times = [];
    private bool _isUnclear;

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; private init; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>A change from one picture to another is asked for.</summary>
    public bool Switches { get; private set; }

    /// <summary>The pictures with their times.</summary>
    public IReadOnlyList<SaidPicture> Pictures => Paired();

    /// <summary>A time that belongs to no picture.</summary>
    public SaidTime? Bare => _pictures.Count == 0 && _times is [var only] ? only.Time : null;

    /// <summary>The schedules that a message may give, each from the beginning of a part; none if it is about something else.</summary>
    public static IEnumerable<Schedule> In(string text, Situation situation)
    {
        var images = situation.Files.Where(f => f.Facts.Kind == MediaKind.Image).ToList();
        if (text.Length > Longest || images.Count is 0 or > MostFiles || !text.Any(c => char.IsDigit(c) || c is 'h' or '半' or '秒'))
        {
            yield break;
        }

        var (plain, grammar) = (CleanText.Simplified(text), ScheduleWords.Grammar(images));
        foreach (var start in Beginnings().Matches(plain).Select(m => m.Index + m.Length))
        {
            var schedule = new Schedule { Start = start };
            schedule.Read(plain, grammar, images, situation);
            if (!schedule._isUnclear && schedule._times.Count > 0 && schedule._times.Count <= schedule._pictures.Count + 1)
            {
                yield return schedule;
            }
        }
    }

    /// <summary>How long the video is, or will be.</summary>
    public static TimeSpan LengthOf(Situation situation) => situation is { HasMaterial: true, Project: { } project } ? project.Duration
        : situation.Files.LastOrDefault(f => f.Facts.HasAudio || f.Facts.HasVideo)?.Facts.Duration ?? TimeSpan.Zero;

    private void Read(string text, Regex grammar, List<Asset> images, Situation situation)
    {
        var (at, end) = (Start, Start);
        while (at < text.Length && grammar.Match(text, at) is { Success: true, Length: > 0 } match)
        {
            Note(match, images, situation);
            at = match.Index + match.Length;
            // What follows may be about another thing, but only after a stop.
            end = at == text.Length || text[at - 1] is ',' or '，' or ';' or '；' or '。' or '.' or '、' ? at : end;
            if (_isUnclear)
            {
                return;
            }
        }

        End = end;
        _pictures.RemoveAll(p => p.At >= end);
        _times.RemoveAll(t => t.At >= end);
    }

    private void Note(Match match, List<Asset> images, Situation situation)
    {
        if (match.Groups["file"].Success)
        {
            var name = match.Groups["name"].Value;
            var file = images.FindLast(f => CleanText.Folded(f.Name).Equals(name, StringComparison.OrdinalIgnoreCase) || CleanText.Folded(Path.GetFileNameWithoutExtension(f.Name)).Equals(name, StringComparison.OrdinalIgnoreCase));
            _pictures.Add((file?.Id, file?.Name.Equals(name, StringComparison.OrdinalIgnoreCase) == false, match.Index));
        }
        else if (match.Groups["new"].Success)
        {
            // "make it switch at 22 s": of what is there, unless a picture came.
            var came = situation.NewFiles.Where(f => f.Facts.Kind == MediaKind.Image).ToList();
            _isUnclear |= came.Count > 1;
            if (came is [var file] && _pictures.TrueForAll(p => p.Id != file.Id))
            {
                _pictures.Add((file.Id, true, match.Index));
            }
        }
        else if (match.Groups["next"].Success)
        {
            _pictures.Add((null, true, match.Index));
        }
        else if (match.Groups["nth"].Success)
        {
            NoteNumber(match, images, situation);
        }
        else if (ScheduleWords.TimeOf(match, LengthOf(situation)) is { } time)
        {
            _times.Add((time, match.Index));
        }

        // 改成25秒 may be any length: a change of pictures has to be named, or to be what was asked for before.
        Switches |= match.Groups["switch"].Success || (match.Groups["change"].Success && (NamesPicture().IsMatch(situation.Text) || situation.LastEdits.Any(e => e is SetSlideTime)));
    }

    private void NoteNumber(Match match, List<Asset> images, Situation situation)
    {
        var order = situation.Project is { Slides.Count: > 0 } project ? [.. Items.Pictures(project).Select(s => s.Asset.Id)] : images.ConvertAll(f => f.Id);
        var said = match.Groups["n"].Value.ToLowerInvariant();
        var number = said == "last" ? order.Count : Array.IndexOf(Ordinals, said) is >= 0 and var index ? index + 1
            : char.IsDigit(said[0]) ? said[0] - '0' : "一二三四五六七八九".IndexOf(said[0], StringComparison.Ordinal) + 1;
        _isUnclear |= number < 1 || number > order.Count;
        if (!_isUnclear)
        {
            _pictures.Add((order[number - 1], false, match.Index));
        }
    }

    /// <summary>"for the first half a, for the second b" names times before pictures, "a until 0:22" after them.</summary>
    private List<SaidPicture> Paired()
    {
        var isBefore = _pictures.Count > 0 && _times.Count > 0 && _times[0].At < _pictures[0].At;
        return [.. _pictures.Select((p, i) =>
        {
            var (from, to) = isBefore ? (i == 0 ? -1 : _pictures[i - 1].At, p.At) : (p.At, i + 1 < _pictures.Count ? _pictures[i + 1].At : int.MaxValue);
            return new SaidPicture(p.Id, _times.Where(t => t.At > from && t.At < to).Select(t => t.Time).FirstOrDefault(), p.IsShort);
        })];
    }

    [GeneratedRegex(@"^|[,，;；。.](?!\d)\s*|\band ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginnings();

    [GeneratedRegex(@"\b(?:picture|photo|image|pic|slide)s?\b|[图圖照]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesPicture();
}
