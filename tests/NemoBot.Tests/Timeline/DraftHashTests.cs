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
    [InlineData("{\"a\":{\"b\":1},\"c\":2}", "{\"a\":{\"b\":1,\"c\":2}}")]
    [InlineData("[[1],2]", "[[1,2]]")]
    [InlineData("{\"a\":1}", "{\"b\":1}")]
    [InlineData("\"\\ud800\"", "\"\\udc00\"")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("1e99999999999999999999", "1e99999999999999999998")]
    public void A_change_makes_another(string one, string other) => Assert.NotEqual(DraftHash.Of(one), DraftHash.Of(other));

    [Theory]
    [InlineData("0.350", "35e-2")]
    [InlineData("-12.50", "-125e-1")]
    [InlineData("1200", "12e2")]
    [InlineData("0.0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1E5", "1e5")]
    [InlineData("1.5e+3", "15e2")]
    [InlineData("10e-1", "1e0")]
    [InlineData("1e2147483647", "1e2147483647")]
    [InlineData("10e2147483647", "1e2147483648")]
    [InlineData("1e2147483648", "1e2147483648")]
    [InlineData("10e2147483648", "10e2147483648")]
    [InlineData("10e-2147483648", "10e-2147483648")]
    [InlineData("10e99999999999999999999", "10e99999999999999999999")]
    public void A_number_has_one_spelling(string json, string canonical) => Assert.Equal(canonical, CanonicalNumber.Of(json));
}
