using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

/// <summary>The keys and colors that differences have words for.</summary>
public sealed class DetailTablesTests
{
    private const string Keys =
        "color colour fontcolor textcolor fillcolor fill fc color2 secondcolor backgroundcolor2 backgroundcolor bgcolor background bg " +
        "strokecolor outlinecolor bordercolor stroke outline fadein fadeinduration fi fadeout fadeoutduration fo size fontsize textsize fs " +
        "font fontfamily fontname position pos place align alignment verticalplace verticalalign style visual visualizer type animation anim " +
        "animationin entrance transition transitiontype filter effect lut speed playbackrate rate opacity alpha scale zoom rotation rotate " +
        "angle clipvolume volumechanges mute muted bold fontbold italic loop";

    private static readonly Texts English = Texts.For("en");

    [Fact]
    public void A_change_of_each_of_these_has_words()
    {
        Assert.All(Keys.Split(' '), k => Assert.False(DetailWords.HasOther(Of(k, "1"), Of(k, "2")), k));
        Assert.True(DetailWords.HasOther(Of("kerning", "1"), Of("kerning", "2")));
    }

    [Theory]
    [InlineData("white", "#ffffff")]
    [InlineData("black", "#000000")]
    [InlineData("red", "#ff0000")]
    [InlineData("green", "#00ff00")]
    [InlineData("green", "#008000")]
    [InlineData("blue", "#0000ff")]
    [InlineData("yellow", "#ffff00")]
    [InlineData("gold", "#ffd700")]
    [InlineData("orange", "#ffa500")]
    [InlineData("purple", "#800080")]
    [InlineData("pink", "#ffc0cb")]
    [InlineData("magenta", "#ff00ff")]
    [InlineData("cyan", "#00ffff")]
    [InlineData("grey", "#808080")]
    [InlineData("silver", "#c0c0c0")]
    [InlineData("brown", "#a52a2a")]
    [InlineData("navy", "#000080")]
    [InlineData("teal", "#008080")]
    public void A_color_is_called_by_its_name(string name, string value)
    {
        var colors = new ColorWords(English);
        Assert.Equal(English["timeline.color." + name], colors.Describe(value));
        Assert.Equal(English["timeline.color." + name], colors.Describe(name));
    }

    private static Segment Of(string key, string value) =>
        new("", TimeSpan.Zero, TimeSpan.Zero, null, new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value });
}
