using NemoBot.Core.Budgets;
using NemoBot.Core.Media;
using NemoBot.Core.Prompting;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using Xunit;

namespace NemoBot.Tests.Status;

/// <summary>Times, sizes, progress and limits as people read them.</summary>
public sealed class StatusWordsTests
{
    private static readonly Texts English = Texts.For("en");

    [Theory]
    [InlineData(-5, "1 s")]
    [InlineData(0, "1 s")]
    [InlineData(1.1, "2 s")]
    [InlineData(9, "9 s")]
    [InlineData(9.5, "10 s")]
    [InlineData(11, "15 s")]
    [InlineData(15, "15 s")]
    [InlineData(86, "90 s")]
    [InlineData(90, "2 min")]
    [InlineData(120, "2 min")]
    [InlineData(121, "3 min")]
    [InlineData(5399, "90 min")]
    [InlineData(5400, "1:30 h")]
    [InlineData(3900 + 3600, "2:05 h")]
    [InlineData(90_000, "25:00 h")]
    public void A_time_left_is_rounded_up_as_people_say_it(double seconds, string expected) =>
        Assert.Equal(expected, ProgressText.Span(TimeSpan.FromSeconds(seconds), English));

    [Theory]
    [InlineData(42, "0:42")]
    [InlineData(65.9, "1:05")]
    [InlineData(725, "12:05")]
    [InlineData(3661, "61:01")]
    public void An_elapsed_time_is_a_clock(double seconds, string expected) => Assert.Equal(expected, ProgressText.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(-1, null, true, "▱▱▱▱▱▱▱▱▱▱▱▱ 0%")]
    [InlineData(0.5, null, true, "▰▰▰▰▰▰▱▱▱▱▱▱ 50%")]
    [InlineData(0.999, 20.0, true, "▰▰▰▰▰▰▰▰▰▰▰▰ 99% · about 20 s left")]
    [InlineData(0.42, 20.0, false, "42% · about 20 s left")]
    [InlineData(1, 20.0, false, "100%")]
    [InlineData(7, null, false, "100%")]
    public void Progress_has_a_bar_where_it_is_wanted_and_a_time_until_it_is_done(double fraction, double? left, bool withBar, string expected) =>
        Assert.Equal(expected, ProgressText.Describe(fraction, left is { } l ? TimeSpan.FromSeconds(l) : null, withBar, English));

    [Theory]
    [InlineData(0, "0 kB")]
    [InlineData(512, "0.5 kB")]
    [InlineData(12 * 1024, "12 kB")]
    [InlineData((1 << 20) - 1, "1024 kB")]
    [InlineData(1 << 20, "1 MB")]
    [InlineData(8_808_038, "8.4 MB")]
    [InlineData(10_800_000, "10 MB")]
    [InlineData(200 << 20, "200 MB")]
    [InlineData((1L << 30) - 1, "1024 MB")]
    [InlineData(1L << 30, "1 GB")]
    [InlineData(3L << 29, "1.5 GB")]
    public void A_size_is_counted_as_the_platforms_do(long bytes, string expected) => Assert.Equal(expected, ByteText.Of(bytes));

    [Theory]
    [InlineData("Video", "Person", 24, "🎞 You have used 3 of the 5 minutes of video that one person may make in 24 h. It is possible again in 2 min.")]
    [InlineData("Credits", "Chat", 1, "💳 This chat has used 180 of the 300 credits that one chat may use in 60 minutes. Or use your own account: /connect. It is possible again in 2 min.")]
    [InlineData("Requests", "Everyone", 1.5, "I have had 180 requests in the last 1.5 h, as many as I may take. It is possible again in 2 min.")]
    public void A_spent_budget_says_which_and_until_when(string kind, string scope, double hours, string expected) =>
        Assert.Equal(expected, BudgetText.Describe(new BudgetRefusal(Enum.Parse<BudgetKind>(kind), Enum.Parse<BudgetScope>(scope), 180, 300, TimeSpan.FromHours(hours), TimeSpan.FromMinutes(2)), English));

    [Theory]
    [InlineData(MediaProblem.ToolMissing, "FFmpeg is not installed")]
    [InlineData(MediaProblem.Unreadable, "can't be read")]
    [InlineData(MediaProblem.DiskFull, "disk is full")]
    [InlineData(MediaProblem.TimedOut, "took too long")]
    [InlineData(MediaProblem.TooManyPixels, "more memory or disk space")]
    [InlineData(MediaProblem.OverLimit, "more memory or disk space")]
    [InlineData(MediaProblem.Failed, "could not be processed")]
    public void A_media_problem_names_its_cause(MediaProblem problem, string words) => Assert.Contains(words, MediaProblemText.Describe(problem, English));

    [Fact]
    public void A_media_problem_tells_the_log_its_kind_and_its_detail() =>
        Assert.Equal("TimedOut: after a minute", new MediaException(MediaProblem.TimedOut, "after a minute").Message);

    [Theory]
    [InlineData("generate_video_from_text", "stage.generating")]
    [InlineData("Generate_Image", "stage.image")]
    [InlineData("add_bgm", "stage.music")]
    [InlineData("search_music", "stage.music")]
    [InlineData("add_caption", "stage.titles")]
    [InlineData("subtitles", "stage.titles")]
    [InlineData("set_title", "stage.titles")]
    [InlineData("video_effect", "stage.effects")]
    [InlineData("transition", "stage.effects")]
    [InlineData("clone_voice", "stage.voice")]
    [InlineData("TTS", "stage.voice")]
    [InlineData("analyze_sound", "stage.analysing")]
    [InlineData("save", "stage.editing")]
    public void A_tool_is_named_by_what_it_does(string tool, string key)
    {
        Assert.Equal(key, ToolStages.KeyOf(tool));
        Assert.Equal(key == "stage.generating", ToolStages.Generates(tool));
        Assert.NotEqual(key, English[key]);
    }
}
