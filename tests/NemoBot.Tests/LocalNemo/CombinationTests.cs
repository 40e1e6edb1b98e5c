using NemoBot.LocalNemo.Language;
using NemoBot.Tests.Packaging;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The same wish in many words, and several wishes in one message: a grammar instead of single sentences.</summary>
public sealed class CombinationTests
{
    private const int MostOfRow = 18;

    private const string Together = "talk.mp3 song.mp3 +title +captions +music";

    private static readonly string[] Wishes =
    [
        "标题大一点", "标题改成黄色", "标题往下挪一点", "标题加粗", "字幕放上面", "字幕换成黄色", "字幕小一点", "波形换成红色", "波形大一点",
        "波形换成圆形", "背景换成黑色", "音乐小一点", "人声大一点", "剪掉前5秒", "去掉停顿", "降噪", "1.25倍速", "竖屏", "加进度条", "音量统一",
    ];

    private static readonly string[] Joints =
    [
        "{0}，{1}", "{0}，再{1}", "{0}，然后{1}", "{0}，顺便{1}", "{0} {1}", "{0}；{1}", "{0}、{1}", "{0}，最后{1}", "{0}，别忘了{1}", "先{0}，再{1}",
        "1.{0} 2.{1}", "①{0}②{1}", "首先{0}，其次{1}", "两件事，{0}，{1}", "修改一下：{0}，{1}", "{0}吧，{1}哈", "{0}，{1}，谢谢", "可以{0}吗，{1}", "{0}\\n{1}",
    ];

    /// <summary>Situation, a plain request, other ways to say it.</summary>
    private static IEnumerable<string[]> Rows =>
        File.ReadLines(Repository.At("tests/NemoBot.Tests/Fixtures/Requests/combinations.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));

    [Fact]
    public void Every_way_to_say_a_wish_gives_the_same_edits()
    {
        List<string> wrong = [];
        foreach (var row in Rows)
        {
            var meant = Read(row[0], row[1]);
            Assert.NotEmpty(meant);
            var said = Spell(row[2]).ToList();
            var step = Math.Max(1, said.Count / MostOfRow);
            wrong.AddRange(said.Where((_, i) => i % step == 0).Where(s => Read(row[0], s) != meant).Select(s => $"{s} → {Read(row[0], s)}"));
        }

        Assert.True(wrong.Count == 0, string.Join(" · ", wrong));
    }

    [Fact]
    public void Two_wishes_in_one_message_are_both_heard()
    {
        List<string> wrong = [];
        for (var i = 0; i < Wishes.Length * 6; i++)
        {
            var (first, second) = (Wishes[i % Wishes.Length], Wishes[(i * 7 + 3 + i / Wishes.Length) % Wishes.Length]);
            if (first[..2] == second[..2])
            {
                continue;
            }

            var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, Joints[i % Joints.Length], first, second);
            var edits = EditText.Of(Interpreter.Read(Row(Together, said).Situation()).Edits);
            if (Sorted(edits) != Sorted(Read(Together, first) + " " + Read(Together, second)))
            {
                wrong.Add($"{said} → {edits}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(" · ", wrong));
    }

    private static RequestRow Row(string marks, string request) => new("", marks, request.Replace("\\n", "\n", StringComparison.Ordinal), "", "");

    /// <summary>The edits, and the words that were not understood.</summary>
    private static string Read(string marks, string request)
    {
        var read = Interpreter.Read(Row(marks, request).Situation());
        return EditText.Of(read.Edits) + string.Concat(read.Leftovers.Select(l => " ?" + l));
    }

    private static string Sorted(string edits) => string.Join(' ', edits.Split(' ').Order(StringComparer.Ordinal));

    /// <summary>All texts of a pattern: one of each pair of braces.</summary>
    private static IEnumerable<string> Spell(string pattern)
    {
        var (open, close) = (pattern.IndexOf('{', StringComparison.Ordinal), pattern.IndexOf('}', StringComparison.Ordinal));
        return open < 0 ? [pattern] : pattern[(open + 1)..close].Split('|').SelectMany(w => Spell(pattern[(close + 1)..]).Select(rest => pattern[..open] + w + rest));
    }
}
