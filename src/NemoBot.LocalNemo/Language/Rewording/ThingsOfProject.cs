using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Calls things what they are in the project: "the music" of a slideshow is its song, "the visuals" are the scenes or the waveform, "the second clip" is the file that waits.</summary>
internal static partial class ThingsOfProject
{
    // A story is not searched: the time of reading stays in proportion to the text.
    private const int Longest = 300;

    /// <summary>The message with the things named so that only one can be meant.</summary>
    public static string Name(string text, Situation situation)
    {
        if (text.Length > Longest || situation.Project is not { } project || !situation.HasMaterial)
        {
            return text;
        }

        text = (project.Titles.Count > 0) == (project.Captions is null) ? TextLooks().Replace(text, m => OfOnlyText(m, project)) : text;
        text = TitleToEnd().Replace(text, m => string.Create(CultureInfo.InvariantCulture, $"show {m.Groups["title"].Value} until {project.Duration.TotalSeconds:0.###} seconds"));
        text = project.Clips.Count > 1 ? LongOpening().Replace(text, "第一段只要前${time}") : text;
        text = project is { Clips.Count: > 1, Slides.Count: 0, Titles.Count: 0, Music.Count: 0 } ? MutedOne().Replace(text, m => m.Value.Trim() == "one" ? " clip" : m.Groups["which"].Value + " clip") : text;
        text = TitlePhrases.Complete(text, project, situation.Focus);
        text = project.Music.Count > 0 ? Instrument().Replace(text, "the music") : text;
        text = UnderFirst().Replace(text, m => PlaceUnder(m, project));
        text = project.Titles.Count > 0 ? BesideIt().Replace(text, m => !m.Groups["up"].Success ? " under the title" : project.Titles[^1].Place == VerticalPlace.Middle ? " at the top" : " in the middle") : text;
        text = TooDark().Replace(text, m => OfFocus(m, situation.Focus));
        text = project.Slides.Count > 1 && !MainMaterial.ShowsVideo(project) ? SlowPace().Replace(text, m => m.Groups["more"].Success ? $"照片换{m.Groups["more"].Value}一点" : $"照片换得太{m.Groups["how"].Value}了") : text;
        text = Visuals().Replace(text, m => Shade(m, project));
        text = project.Visual.Style == VisualStyle.None && MainMaterial.ShowsVideo(project) ? Borders().Replace(text, "${no} black bars") : text;
        text = OtherSong(text, project, situation);
        return Waiting(IsSongAlone(project, situation) && !AddsMusic().IsMatch(text) ? Music().Replace(text, "${the} song") : text, project, situation);
    }

    private static bool IsSongAlone(Project project, Situation situation) => project is { Music.Count: 0, Slides.Count: > 0, Clips: [{ Asset.Facts.Kind: MediaKind.Audio }] } && situation.NewFiles.All(f => f.Facts.Kind != MediaKind.Audio);

    private static string OfOnlyText(Match match, Project project) =>
        (match.Groups["pair"].Success ? project.Captions is null ? "标题" : "字幕" : project.Captions is null ? "title with a " : "captions with a ") + match.Value.Trim();

    /// <summary>"move it under the first": texts of the same place stand below each other, at the bottom the other way round.</summary>
    private static string PlaceUnder(Match match, Project project) => project.Titles is not [{ Place: not VerticalPlace.Bottom } first, _] ? match.Value
        : match.Groups["zh"].Success ? match.Groups["zh"].Value + (first.Place == VerticalPlace.Top ? "到上方" : "到中间")
        : match.Groups["move"].Value + (first.Place == VerticalPlace.Top ? " to the top" : " to the middle");

    /// <summary>颜色太暗了 after talk of the waveform.</summary>
    private static string OfFocus(Match match, Subject focus) => (focus, match.Groups["zh"].Success) switch
    {
        (Subject.Visual, true) => "波形颜色浅一点",
        (Subject.Visual, false) => "make the waveform lighter",
        (Subject.Title, true) => "标题颜色浅一点",
        (Subject.Title, false) => "make the title lighter",
        _ => match.Value,
    };

    private static string Shade(Match match, Project project) => project.Scene is null ? $"waveform {match.Groups["how"].Value}"
        : "music video, " + (match.Groups["dark"].Success ? "dark mood" : match.Groups["calm"].Success ? "calm" : match.Groups["lively"].Success ? "energetic" : "happy");

    /// <summary>"not that song, the other one": the sound that is used nowhere, instead of the music that plays.</summary>
    private static string OtherSong(string text, Project project, Situation situation)
    {
        if (project.Music.Count == 0 || situation.NewFiles.Count > 0 || OtherMusic().Match(text) is not { Success: true } said
            || !(said.Groups["song"].Success || situation.Focus == Subject.Music))
        {
            return text;
        }

        return situation.Files.Where(f => f.Facts.Kind == MediaKind.Audio && !FileUse.IsUsed(project, f)).ToList() is [var file]
            ? $"use {file.Name} as music instead{text[(said.Index + said.Length)..]}" : text;
    }

    private static string Waiting(string text, Project project, Situation situation)
    {
        if (situation.NewFiles.Count > 0 || OtherFile().Match(text) is not { Success: true } other)
        {
            return text;
        }

        var kind = other.Groups["clip"].Success ? MediaKind.Video : other.Groups["picture"].Success ? MediaKind.Image : MediaKind.Audio;
        var taken = kind == MediaKind.Image ? project.Slides.Count : project.Clips.Count;
        return taken < 2 && situation.Files.Where(f => f.Facts.Kind == kind && !FileUse.IsUsed(project, f)).ToList() is [var file]
            ? text.Remove(other.Index, other.Length).Insert(other.Index, file.Name) : text;
    }

    [GeneratedRegex(@"^\W*(?:no,? |nope,? )?(?:(?:not (?:that|this)|wrong|that's the wrong|thats the wrong) (?:(?<song>song|music|track|tune)|one)[,.;]? )?(?:(?:please|i said|i meant|i want|use|take|try|play|put|it should be) )*(?:the|my) other(?: (?:(?<song>song|music|track|tune|mp3)|one))?(?: (?:please|pls|instead|one))*(?=\W*$|[.!;] )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherMusic();

    /// <summary>"mute the first one", of clips.</summary>
    [GeneratedRegex(@"(?<=\b(?:mute|unmute|silence|louder|quieter)\b[^.;!?:""]{0,20}\b(?<which>first|second|third|last|other)) one\b|\b(?<which>first|second|third|last) one\b(?= (?:is|sounds|louder|quieter))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MutedOne();

    /// <summary>"turn it down a bit, the guitar": what is heard under the voice.</summary>
    [GeneratedRegex(@"(?<=\b(?:turn|quieter|louder|lower|softer|volume|down|up)\b[^.;!?:""]{0,30})\b(?:the|that|this) (?:guitars?|piano|violins?|strings|drums?|flute|ukulele|synth|keyboards?)\b|\b(?:the|that|this) (?:guitars?|piano|violins?|strings|drums?|flute|ukulele|synth|keyboards?)(?= (?:(?:is|are|sounds?) (?:(?:a|bit|little|way|much|far|still|too|so|really|very) )*(?:loud|quiet|soft|low)\b|(?:a bit |a little |much )?(?:louder|quieter|softer|lower)\b))|^(?:guitars?|piano|violins?|strings|drums|flute|ukulele|synth|keyboards?)(?= (?:(?:is|are) too (?:loud|quiet)|(?:a bit |a little |much )?(?:louder|quieter|softer|lower))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instrument();

    /// <summary>"black outline", 红底白字 by themselves, where a title or captions are the only text.</summary>
    [GeneratedRegex(@"^\s*(?:(?<pair>[红黑白蓝黄绿紫橙灰粉金]色?底[红黑白蓝黄绿紫橙灰粉金]色?字)|(?:\w+ )?outline(?: in \w+)?)(?=[\s.!。！]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TextLooks();

    /// <summary>"keep the title until the end": it appears when it did, and is not only shown at the end.</summary>
    [GeneratedRegex(@"\b(?:(?:keep|leave|show|hold|let) (?<title>the (?:title|text|heading)) (?:stay |on |up |visible |there )*|(?<title>the (?:title|text|heading)) (?:(?:should|must) )?(?:stays?|remains?) (?:on |up |visible |there )*)(?:until|till|til|to) the (?:very )?end\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleToEnd();

    /// <summary>节奏太慢, of a slideshow: that of the pictures, not of the song.</summary>
    [GeneratedRegex("(?<=^|[，,。 ])(?:(?:视频|节奏)(?:有点|太|还是太?|偏)(?<how>慢|快)了?|(?:视频|节奏)(?:再|要|稍微|调)*(?<more>慢|快)(?:一?点|些))(?=$|[，,。！!])", RegexOptions.CultureInvariant)]
    private static partial Regex SlowPace();

    /// <summary>"add 'Ana' right below": beside the text that is there.</summary>
    [GeneratedRegex("""(?<=["”'’])(?:,? (?:and )?(?:put (?:it|that|this) )?(?:right|directly|just|immediately|straight)?) ?(?:(?<up>above|on top of)|below|under|underneath|beneath)(?: (?:it|that|this))?(?=\W*(?:please|pls)?\W*$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BesideIt();

    [GeneratedRegex(@"\b(?<move>(?:put|move|place|set) (?:it|the (?:second|other|last)(?: (?:one|title|text|line))?)) (?:right |directly |just )?(?:under|below|beneath|underneath) the first(?: (?:one|title|text|line))?\b|(?<zh>放|移|挪|摆)(?:到|在)?第一个(?:标题|文字)?的?(?:下面|下方|底下|下边)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnderFirst();

    [GeneratedRegex(@"^\s*(?:(?<zh>(?:这个?)?颜色(?:有点|有些|太|还是太|偏)[暗深]了?)|(?:the |its |that )?colou?rs? (?:is|are|looks?) (?:a bit |a little |much |way |still )*too dark)[\s.!。！]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooDark();

    /// <summary>片头太长，只要3秒, where a clip of its own is the opening: not all of it.</summary>
    [GeneratedRegex(@"(?:片头|开头|前奏|片头曲|开场)(?:那段|的音乐|音乐|曲)?(?:有点|太|实在)?长了?[，, ]+(?:只要|只留|留|保留|剪到|缩到|短到|就要|要|缩短到|改成)(?:前)?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(?:就行|就够了?|就好|吧)?|(?:片头曲?|开场|前奏)(?:那段|的音乐|音乐|曲)?(?:就|只)(?:要|放|留|用|播|保留)(?:前)?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(?:就行|就够了?|就好|吧)?", RegexOptions.CultureInvariant)]
    private static partial Regex LongOpening();

    [GeneratedRegex(@"\b(?<the>the|my|our) (?:background )?music\b(?! video)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Music();

    /// <summary>"fill the screen no bars", where no bars show the sound.</summary>
    [GeneratedRegex(@"\b(?<no>no|without) (?:side |any )?(?:bars|borders|edges)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Borders();

    [GeneratedRegex(@"\b(?:add|use|need|want|with|send|sent|put|remove|without|no|where)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddsMusic();

    [GeneratedRegex(@"\b(?:the |my )?(?:visuals|scenes|moving pictures) (?:(?:should|could|can|must|be|a|bit|little|much|way|look) )*(?<how>(?<dark>darker|moodier|gloomier)|(?<calm>calmer|softer|slower)|(?<lively>livelier|wilder|more energetic)|brighter|lighter|happier)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Visuals();

    [GeneratedRegex(@"(?<=\b(?:add|append|use|put|insert|join|attach|play)\b[^.;!?]*)\b(?:the|that|my) (?:second|2nd|other|unused|missing) (?:(?<clip>clip|video)|(?<picture>photo|picture|image|pic)|song|track|sound|recording)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherFile();
}
