using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Store;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>No wish is lost without a word: what no reader takes is named in the answer.</summary>
public sealed class LeftoverTests
{
    [Theory]
    [InlineData("Give the borders a bouncy shape.", "bouncy")]
    [InlineData("Flurble the wug.", "Flurble")]
    [InlineData("Make it pop.", "pop")]
    public void A_wish_that_no_reader_takes_is_named_beside_every_request(string wish, string word)
    {
        var rows = RequestRow.All.Where(r => !r.IsChinese && !r.Request.Contains('\n', StringComparison.Ordinal) && r.Expected.Length > 0 && !r.Request.EndsWith('"') && r.Kind != "harm").ToList();
        var silent = rows.Where(r => Interpreter.Read(r.Situation() with { Text = $"{r.Request.TrimEnd('.', '?', '!')}. {wish}" }) is var read
            && !(read.Edits.Count > 0 && read.Leftovers.Any(l => l == "…" || l.Contains(word, StringComparison.Ordinal)))).Select(r => r.Request).ToList();
        Assert.True(silent.Count <= rows.Count / 100, $"{silent.Count} of {rows.Count}: {string.Join(" · ", silent)}");
    }

    [Theory]
    [InlineData("talk.mp3 song.mp3 +music", "title 'Hi', and the music should only come in once I stop talking", "only come in once")]
    [InlineData("talk.mp3 +title", "title in red and slides in", "slides in")]
    [InlineData("talk.mp3 +captions", "captions in Portuguese, background blue", "Portuguese")]
    [InlineData("talk.mp3 +title", "make the title red and bouncy", "bouncy")]
    [InlineData("talk.mp3 +title", "blue background, let the title whisper", "whisper")]
    public void Words_that_carry_a_wish_are_named_although_they_are_known(string marks, string words, string named)
    {
        var read = Interpreter.Read(new RequestRow("", marks, words, "", "").Situation());
        Assert.NotEmpty(read.Edits);
        Assert.Contains(read.Leftovers, l => l.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_as_long_is_asked_and_both_answers_are_understood()
    {
        var situation = new RequestRow("", "talk.mp3", "make it half as long", "", "").Situation();
        var understood = await Understood.ByAsync(situation);
        Assert.Same(situation.Project, understood.Project);
        foreach (var offer in understood.Offers)
        {
            Assert.Equal(TimeSpan.FromSeconds(30), (await Understood.ByAsync(situation with { Text = offer })).Project.Duration);
        }
    }

    [Fact]
    public async Task Shapes_alone_leave_the_other_kinds_of_files_out()
    {
        var situation = new RequestRow("", "talk.mp3", "mp4 and gif", "", "").Situation();
        var first = (await Understood.ByAsync(situation)).Project;
        Assert.Equal(["MP4", "GIF"], OutputVariant.NamesOf(first));
        var second = await Understood.ByAsync(situation with { Project = first, Text = "9:16 and 1:1" });
        Assert.Equal(["9:16", "1:1"], OutputVariant.NamesOf(second.Project));
        Assert.Equal(OutputFormat.Mp4, second.Project.Output.Format);
    }

    [Theory]
    [InlineData("also a clip from 0:20 to 0:35", "0:20-0:35", 15)]
    [InlineData("a gif from 0:20 to 0:26", "GIF 0:20-0:26", 6)]
    public async Task A_part_beside_the_video_is_as_long_as_it_says_and_outlives_a_draft(string words, string name, double seconds)
    {
        var situation = new RequestRow("", "talk.mp3", words, "", "").Situation();
        var project = (await Understood.ByAsync(situation)).Project;
        Assert.Equal(situation.Project!.Duration, project.Duration);
        Assert.Equal(["MP4", name], OutputVariant.NamesOf(project));
        Assert.Equal(project.Output.Others, OutputVariant.NamesOf(project).Skip(1).Select(OutputVariant.Read));
        var render = new RenderRecord { Id = "1", UserId = "u", SessionId = "s", Draft = "", Variant = name, CreatedAt = DateTimeOffset.UnixEpoch };
        Assert.Equal(TimeSpan.FromSeconds(seconds), Tailoring.Fit(project, render).Duration);
        Assert.Equal(project.Duration, Tailoring.Fit(project, render with { Variant = "MP4" }).Duration);
    }

    [Fact]
    public async Task Parts_are_made_once_and_not_with_every_later_change()
    {
        var situation = new RequestRow("", "talk.mp3", "also a clip from 0:20 to 0:35", "", "").Situation();
        var first = await Understood.ByAsync(situation);
        var asked = await Understood.ByAsync(situation with { Project = first.Project, Text = "how long is it?" });
        Assert.Equal(first.Project, asked.Project);

        var square = await Understood.ByAsync(situation with { Project = first.Project, Text = "also a square one for the feed" });
        Assert.Equal(["16:9", "1:1"], OutputVariant.NamesOf(square.Project));
        var later = await Understood.ByAsync(situation with { Project = first.Project, Text = "title 'Monday'" });
        Assert.Empty(OutputVariant.NamesOf(later.Project));
        Assert.DoesNotContain("format", later.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_above_the_most_are_named()
    {
        var situation = new RequestRow("", "talk.mp3", "in 9:16, 1:1, 4:5, 4:3 and 2:3 please", "", "").Situation();
        Assert.Contains("at most 3 further files at once; 2:3 is left out", (await Understood.ByAsync(situation)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title \"Um, so it ends at noon\"", "Um, so it ends at noon")]
    [InlineData("title \"The Slow Lane\"", "The Slow Lane")]
    public void Quoted_idioms_stay_as_they_are(string words, string text) =>
        Assert.Contains(Interpreter.Read(new RequestRow("", "talk.mp3", words, "", "").Situation()).Edits, e => e is AddTitle title && title.Text == text);
}
