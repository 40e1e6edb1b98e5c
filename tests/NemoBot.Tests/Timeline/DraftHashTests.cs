using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

public sealed class DraftHashTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """ { "b" : [1,2] , "a":1 } """)]
    [InlineData("1", "1.0")]
    [InlineData("1", "10e-1")]
    [InlineData("0.35", "3.50E-01")]
    [InlineData("1000", "1e3")]
    [InlineData("0", "-0.00e7")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.0")]
    [InlineData("\"\\u0041\\/\"", "\"A/\"")]
    public void Spelling_makes_no_difference(string one, string other) => Assert.Equal(DraftHash.Of(one), DraftHash.Of(other));

    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "-1")]
    [InlineData("1", "10")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891")]
    [InlineData("{}", "[]")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("1e99999999999999999999", "1e99999999999999999998")]
    public void A_change_makes_one(string one, string other) => Assert.NotEqual(DraftHash.Of(one), DraftHash.Of(other));
}
