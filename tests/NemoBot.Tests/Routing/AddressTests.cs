using NemoBot.Core.Links;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>Where an address begins and ends within a text, and what is left without it.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("no address at all", "")]
    [InlineData("http://", "")]
    [InlineData("see http://a.example/x and https://b.example/y.", "http://a.example/x|https://b.example/y")]
    [InlineData("ftp://a.example/x.mp3 sftp://b.example/y.mp3 ftps://c.example/z", "ftp://a.example/x.mp3|sftp://b.example/y.mp3|ftps://c.example/z")]
    [InlineData("http://a.example/x,https://b.example/y;http://c.example/z", "http://a.example/x|https://b.example/y|http://c.example/z")]
    [InlineData("[words](http://a.example/x)", "http://a.example/x")]
    [InlineData("[http://a.example/x](http://a.example/x)", "http://a.example/x|http://a.example/x")]
    [InlineData("http://a.example/歌曲.mp3做成视频", "http://a.example/歌曲.mp3")]
    [InlineData("http://a.example/x.mp3做成视频", "http://a.example/x.mp3")]
    [InlineData("http://a.example/做成视频", "http://a.example/")]
    [InlineData("http://a.example/x.mp3?k=1做成视频", "http://a.example/x.mp3?k=1")]
    [InlineData("host.example/song.mp3", "host.example/song.mp3")]
    [InlineData("host.example/song", "")]
    [InlineData("host.example/song and https://b.example/y", "https://b.example/y")]
    [InlineData("www.example.org", "")]
    [InlineData("me@host.example/song.mp3", "")]
    [InlineData("youtu.be/abc", "youtu.be/abc")]
    [InlineData("(http://a.example/x_(1))", "http://a.example/x_(1)")]
    [InlineData("((http://a.example/x))", "http://a.example/x")]
    [InlineData("{http://a.example/x}", "http://a.example/x")]
    [InlineData("http://a.example/x)", "http://a.example/x")]
    [InlineData("http://a.example/x)]})", "http://a.example/x")]
    [InlineData("http://a.example/x?!,.", "http://a.example/x")]
    [InlineData("http://a.example/x#part", "http://a.example/x#part")]
    public void Addresses_are_found_from_their_beginning_to_their_end(string text, string expected)
    {
        var found = WebAddresses.Find(text);
        Assert.Equal(expected, string.Join('|', found.Select(f => text.Substring(f.Start, f.Length))));
        Assert.Equal(text.Length - found.Sum(f => f.Length), WebAddresses.Remove(text).Length);
    }

    [Theory]
    [InlineData("a.example/x.mp3", "https://a.example/x.mp3")]
    [InlineData("http://a.example/x", "http://a.example/x")]
    [InlineData("FTP://a.example/x", "ftp://a.example/x")]
    [InlineData("http://", null)]
    public void An_address_without_a_scheme_is_read_as_a_safe_one(string address, string? expected) =>
        Assert.Equal(expected, WebAddresses.Read(address)?.ToString());

    [Theory]
    [InlineData("https://a.example/x.mp3", true)]
    [InlineData("https://a.example/x.MP3?k=1", true)]
    [InlineData("https://a.example/%E6%AD%8C%2Emp3", true)]
    [InlineData("https://a.example/x.mp3/about", false)]
    [InlineData("https://a.example/mp3", false)]
    public void A_path_that_ends_like_a_file_leads_to_one(string address, bool expected) => Assert.Equal(expected, WebAddresses.IsMedia(new Uri(address)));

    [Fact]
    public void What_is_left_of_a_text_without_its_addresses_was_written_by_a_person() =>
        Assert.Equal("make  and  blue", WebAddresses.Remove("make http://a.example/x and https://b.example/y blue"));
}
