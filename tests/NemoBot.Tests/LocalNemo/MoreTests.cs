using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>"a bit more" and "too much" are about the last change.</summary>
public sealed class MoreTests
{
    [Theory]
    [InlineData("a bit more", "{set_title,which:{number:1},look:{scale:1.3}}")]
    [InlineData("再来一点", "{set_title,which:{number:1},look:{scale:1.3}}")]
    [InlineData("too much", "{set_title,which:{number:1},look:{scale:0.877}}")]
    public void The_last_step_is_repeated_or_half_of_it_taken_back(string words, string expected)
    {
        var situation = new RequestRow("", "talk.mp3 +title +two", words, "", "").Situation() with
        {
            LastEdits = [new SetTitle(new TitleRef { Number = 1 }) { Look = new TitleLook { Scale = 1.3 } }],
        };
        Assert.Equal(expected, EditText.Of(Interpreter.Read(situation).Edits));
    }

    [Theory]
    [InlineData("[{\"do\":\"cut_ranges\",\"parts\":[{\"from\":0,\"to\":5}]}]", "and the last 5", "{cut_ranges,parts:[{from:-5}]}")]
    [InlineData("[{\"do\":\"cut_ranges\",\"parts\":[{\"from\":0,\"to\":5}]}]", "还有20秒到25秒", "{cut_ranges,parts:[{from:20,to:25}]}")]
    [InlineData("[{\"do\":\"set_crossfade\",\"length\":1}]", "make it 2 seconds", "{set_crossfade,length:2}")]
    [InlineData("[{\"do\":\"set_fades\",\"in\":2}]", "改成4秒", "{set_fades,in:4}")]
    public void A_short_message_goes_on_with_what_was_asked_before(string before, string words, string expected) =>
        Assert.Equal(expected, EditText.Of(Interpreter.Read(new RequestRow("", "talk.mp3", words, "", before).Situation()).Edits));

    [Fact]
    public void Without_a_step_before_nothing_is_changed() =>
        Assert.Empty(Interpreter.Read(new RequestRow("", "talk.mp3 +title", "a bit more", "", "").Situation()).Edits);
}
