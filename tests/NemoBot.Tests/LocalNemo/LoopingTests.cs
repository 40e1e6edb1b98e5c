using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class LoopingTests
{
    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(0.999, 3, 3)]
    [InlineData(0.9, 3, 4)]
    public void Repeats_fill_the_length_without_a_clip_shorter_than_a_frame(double clip, double length, int expected)
    {
        var facts = new MediaFacts(MediaKind.Video, "gif", TimeSpan.FromSeconds(clip), 64, 48, false, true, false, 10, null, "gif");
        var project = new Project
        {
            Canvas = new Canvas(160, 120, 25),
            Background = new Background(BackgroundKind.Color, "#102030", null, null),
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Clips = [new Clip(new Asset("a", "a.gif", "a.gif", facts), TimeSpan.Zero, facts.Duration)],
        };

        var filled = Looping.Fill(project, TimeSpan.FromSeconds(length));

        Assert.Equal(expected, filled.Clips.Count);
        Assert.Equal(length, filled.Duration.TotalSeconds, 0.04);
        Assert.All(filled.Clips, c => Assert.True(c.Duration >= TimeSpan.FromSeconds(0.04)));
    }
}
