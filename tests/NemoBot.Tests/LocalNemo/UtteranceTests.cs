using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Turns;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class UtteranceTests
{
    private static readonly Asset Talk = Facts.Talk();
    private static readonly Asset Song = Facts.File("song.mp3", Facts.Audio(90));
    private static readonly Asset Picture = Facts.File("cover.jpg", Facts.Image());
    private static readonly Asset Clip = Facts.File("clip.mp4", Facts.Video(20));

    private static readonly Project Edited = new()
    {
        Clips = [new Clip(Talk, TimeSpan.Zero, TimeSpan.FromSeconds(60))],
        Titles = [new Title("Morning Show", TimeSpan.Zero, null, "#ffffff", 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero)],
    };

    public static TheoryData<string, string, string> Edits => EditUtterances.All;

    public static TheoryData<string, string, string> Firsts => FirstUtterances.All;

    [Theory]
    [MemberData(nameof(Edits))]
    [MemberData(nameof(Firsts))]
    public async Task Words_become_the_project_that_was_meant(string situation, string words, string expected)
    {
        var outcome = await Understood.ByAsync(In(situation, words));
        Assert.NotNull(outcome.Project);
        Assert.Equal(expected, Short(outcome.Project));
        Assert.NotEmpty(outcome.Answer);
    }

    [Theory]
    [InlineData("summon a dancing unicorn", "I did not understand: “summon a dancing unicorn”. I can change titles, ")]
    [InlineData("make the title yellow and add a dancing unicorn", "Title “Morning Show” is now: yellow. I did not understand: “dancing unicorn”.")]
    [InlineData("把标题改成黄色，加一只独角兽", "独角兽")]
    [InlineData("add subtitles", "I cannot write captions from speech here.")]
    [InlineData("加字幕", "我在这里不能根据语音生成字幕。")]
    [InlineData("how long is the video?", "The video is 1:00 long.")]
    [InlineData("hello", "Hello! Tell me what to change")]
    [InlineData("thanks!", "You are welcome!")]
    [InlineData("行就这样", "打开最新的那个")]
    [InlineData("what can you do?", "I can: show the sound as bars, line, circle or spectrum;")]
    [InlineData("你能做什么？", "我可以：")]
    [InlineData("cut the first 500 seconds", "Nothing would be left of the video")]
    [InlineData("keep from 2:00 to 3:00", "The video is only 1:00 long")]
    [InlineData("add the music at 20%", "There is no file to use as background music")]
    [InlineData("remove the music", "There is no background music.")]
    [InlineData("use the cover art", "The sound file has no cover art.")]
    [InlineData("4k please", "1080p is the largest I make.")]
    public async Task The_answer_says_plainly_what_was_and_was_not_done(string words, string expected) =>
        Assert.Contains(expected, (await Understood.ByAsync(In("edit", words))).Answer);

    /// <summary>The buttons that the product offers itself.</summary>
    public static TheoryData<string, string> Starters =>
    [
        .. Directory.EnumerateFiles(Packaging.Repository.At("src/NemoBot.Nemo/Skills/Files"), "*.md")
            .SelectMany(file => File.ReadLines(file)
                .SkipWhile(l => l != "starters:").TakeWhile(l => !l.StartsWith("accepts", StringComparison.Ordinal))
                .Where(l => l.StartsWith("    - ", StringComparison.Ordinal))
                .Select(l => new TheoryDataRow<string, string>(file.Contains("audio-video", StringComparison.Ordinal) ? "merge" : "new", l[6..].Trim()))),
    ];

    [Theory]
    [MemberData(nameof(Starters))]
    public async Task What_the_bot_offers_is_understood(string situation, string words)
    {
        var understood = await Understood.ByAsync(In(situation, words));
        Assert.Empty(understood.Read.Leftovers);
        Assert.NotEmpty(understood.Read.Edits);
    }

    [Fact]
    public async Task Only_what_changed_is_told_and_once()
    {
        var answer = (await Understood.ByAsync(In("edit", "make the title yellow and let it fade in over 2 seconds"))).Answer;
        Assert.Equal("Title “Morning Show” is now: yellow, fading in over 2 s.", answer);
    }

    [Theory]
    [InlineData("把标题改成黄色", false, true)]
    [InlineData("make the title yellow", true, false)]
    [InlineData("9:16", true, true)]
    [InlineData("9:16", false, false)]
    [InlineData("标题“Hello”", false, false)]
    [InlineData("用 https://h.example/cover.png 做视频", false, true)]
    public void The_answer_is_in_the_language_of_the_words_or_of_the_session(string words, bool session, bool expected) =>
        Assert.Equal(expected, LanguageChoice.IsChinese(words, session ? "zh-CN" : "en"));

    [Fact]
    public void Both_languages_have_the_same_sentences() =>
        Assert.Equal(Phrases.InEnglish.Keys.Order(StringComparer.Ordinal), Phrases.InChinese.Keys.Order(StringComparer.Ordinal));

    private static Situation In(string situation, string words)
    {
        var request = new Situation { Text = words, Project = Edited, Files = [Talk], Seen = 1 };
        return situation switch
        {
            "edit" => request,
            "music" => request with { Project = Edited with { Music = [new Music(Song, 0.2)] }, Files = [Talk, Song], Seen = 2 },
            "songin" => request with { Files = [Talk, Song] },
            "img" => request with { Files = [Talk, Picture] },
            "new" => new Situation { Text = words, Files = [Talk] },
            "newcover" => new Situation { Text = words, Files = [Facts.Talk(cover: true)] },
            "newimg" => new Situation { Text = words, Files = [Talk, Picture] },
            "two" => new Situation { Text = words, Files = [Talk, Song] },
            "photos" => new Situation { Text = words, Files = [Facts.Talk(cover: true), Picture, Facts.File("beach.jpg", Facts.Image())] },
            "merge" => new Situation { Text = words, Files = [Clip, Song] },
            _ => throw new ArgumentOutOfRangeException(nameof(situation)),
        };
    }

    /// <summary>The usual canvas is ~, the usual look is plain, an unchanged volume and no fades are left out.</summary>
    private static string Short(Project project)
    {
        var text = ProjectText.Of(project).Replace("Bars auto Bottom | Gradient #1e1b4b>#0f766e", "plain").Replace(" | volume 1 | fades 0 0", "");
        return text.StartsWith("1920x1080@30", StringComparison.Ordinal) ? "~" + text[12..] : text;
    }
}
