using NemoBot.LocalNemo.Language;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>
/// Wishes that are understood alone are understood together: every combination of parts in every pattern of a sentence gives the edits of
/// its parts, whatever stands beside them.
/// </summary>
public sealed class CompositionTests
{
    private const string Yellow = "#ffe600";

    private static readonly Wish[] Visuals =
    [
        new("circle waveform", "圆形波形", "{set_visual,style:Circle}"),
        new("red bars", "红色柱状波形", "{set_visual,style:Bars,color:#ff2d2d}"),
        new("spectrum", "频谱", "{set_visual,style:Spectrum}"),
        new("particles", "粒子", "{set_visual,style:Particles}"),
    ];

    private static readonly Wish[] Titles =
    [
        new("title \"Night Drive\"", "标题“Night Drive”", "{add_title,text:Night Drive,role:Title}"),
        new("title Night Drive", "标题叫Night Drive", "{add_title,text:Night Drive,role:Title}"),
        new("the title \"Night Drive\" at the top", "顶部标题“Night Drive”", "{add_title,text:Night Drive,role:Title,look:{place:Top}}"),
        new("a yellow title saying \"Night Drive\"", "黄色标题“Night Drive”", $"{{add_title,text:Night Drive,role:Title,look:{{color:{Yellow}}}}}"),
    ];

    private static readonly Wish[] Formats =
    [
        new("square", "方形", "{set_canvas,ratio:1}"),
        new("9:16", "9:16", "{set_canvas,ratio:0.563}"),
        new("720p", "720p", "{set_canvas,shortSide:720}"),
    ];

    private static readonly Wish[] Covers =
    [
        new("my cover", "我的封面", ""),
        new("the cover as background", "这张封面", ""),
        new("cover.jpg in the background", "cover.jpg", ""),
    ];

    private static readonly Wish[] Changes =
    [
        new("remove the silences", "去掉静音", "{remove_silence}"),
        new("cut the first 5 seconds", "剪掉前5秒", "{cut_ranges,parts:[{from:0,to:5}]}"),
        new("make it 20% louder", "声音大20%", "{set_volume,track:Main,factor:1.2}"),
    ];

    // Places: 0 picture of the sound, 1 title, 2 format, 3 cover, 4 change.
    private static readonly string[] English =
    [
        "{0} video with {3}, {1}, {2}", "make a {2} video with {0} and {1}", "I want {0}, {1} and {3}", "please make me a {2} video: {0}, {3}, {1}",
        "{2} video, {1}, {0}, {3}", "use {3}, add {0}, {1} and a progress bar", "{0} over {3}. {2}", "{1} + {0} + {2}", "{4}, then {0} video with {3}, {2}",
        "{0} video with {3} and {1}, and {4}", "pls {4} and add {1}", "{2} please. also {4}. and {0}", "{1}; {0}; {4}", "hey, can you do a {2} video with {3} and {0}?",
    ];

    private static readonly string[] Chinese =
    [
        "{2}视频，{0}，{1}，用{3}当背景", "用{3}做背景，加{0}和{1}", "帮我做个{2}视频，要有{0}，加上{1}", "{1}，{0}，{2}", "{4}，然后加{1}", "给我{2}的，{0}，还有{1}", "想要{2}视频，{0}，{4}",
        "把{3}放背景，{1}，{0}",
    ];

    [Fact]
    public void Wishes_keep_their_meaning_beside_each_other() => Check(English, w => w.English, "a progress bar");

    [Fact]
    public void Chinese_wishes_keep_their_meaning_beside_each_other() => Check(Chinese, w => w.Chinese, "进度条");

    private static void Check(string[] patterns, Func<Wish, string> words, string bar)
    {
        Wish[][] kinds = [Visuals, Titles, Formats, Covers, Changes];
        List<string> wrong = [];
        for (var i = 0; i < patterns.Length; i++)
        {
            // Every part meets every pattern, in company that differs from round to round.
            for (var round = 0; round < 12; round++)
            {
                var chosen = kinds.Select((k, at) => k[(round + (round / k.Length * at) + i) % k.Length]).ToArray();
                var said = string.Format(null, patterns[i], [.. chosen.Select(words)]);
                var expected = chosen.Where((w, at) => w.Edit.Length > 0 && patterns[i].Contains($"{{{at}}}", StringComparison.Ordinal)).Select(w => w.Edit)
                    .Concat(said.Contains(bar, StringComparison.Ordinal) ? ["{set_progress_bar,on:true}"] : []).Order(StringComparer.Ordinal);
                var got = Interpreter.Read(new RequestRow("", "talk.mp3 cover.jpg +new", said, "", "").Situation()).Edits
                    .Select(e => EditText.Of([e])).Where(e => !e.StartsWith("{place_file", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
                if (!expected.SequenceEqual(got))
                {
                    wrong.Add($"{said}\n    expected {string.Join(' ', expected)}\n    got      {string.Join(' ', got)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private sealed record Wish(string English, string Chinese, string Edit);
}
