using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>The form in which a conversation's key is kept.</summary>
public sealed class ConversationKeyTests
{
    [Theory]
    [InlineData("web:show", "web", "show")]
    [InlineData("telegram:-100:7", "telegram", "-100:7")]
    [InlineData("x:", "x", "")]
    public void A_key_is_read_as_it_was_written(string written, string platform, string channel)
    {
        var key = ConversationKey.Parse(written);
        Assert.Equal(new ConversationKey(platform, channel), key);
        Assert.Equal(written, key.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("show")]
    [InlineData(":show")]
    public void What_is_no_key_is_refused_with_the_form_of_one(string written) =>
        Assert.Contains("platform:channel", Assert.Throws<FormatException>(() => ConversationKey.Parse(written)).Message, StringComparison.Ordinal);
}
