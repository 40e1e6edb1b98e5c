using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Telegram.Messages;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Packaging;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Contracts;

/// <summary>Whatever people or the backend write arrives whole, and as nothing but text: no markup, no link, no ping.</summary>
public sealed partial class InertTextTests
{
    private const string WordJoiner = "\u2060";

    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "~~", "`", "```", "|", "||", "<", ">", "&", "&lt;", "&amp;", "\\", "[", "](", ")", "#", "# ", "-# ", "- ", "+ ", "1. ", ".", "\n", " ", "\t",
        "@", "@everyone", "@here", "@ana", "<@123>", "<@&9>", "<#5>", "<:a:1>", "</b>", "<b>", "<script>", "<a href=\"x\">", "http://", "https://example.org/a_b*c", "mailto:",
        "a", "Z", "0", "字", "é", "🎵", "👨‍👩‍👧", "\"", "'", ":", "!", "{0}", "%s", "\u202e",
    ];

    private static Arbitrary<string> Texts => Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Discord_shows_every_text_as_it_is_written() =>
        Prop.ForAll(Texts, text => Apart(StandInMarkup.Render(Markdown.Escape(text))) == Apart(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_escaped_for_Discord_can_be_read_back() =>
        Prop.ForAll(Texts.Filter(text => !text.Contains("http", StringComparison.Ordinal)), text => Markdown.Unescape(Markdown.Escape(text)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_is_shortened_for_Discord_fits_and_is_its_beginning() =>
        Prop.ForAll(
            Texts,
            Gen.Choose(20, 100).ToArbitrary(),
            (text, limit) =>
            {
                var shown = Apart(StandInMarkup.Render(Markdown.Shorten(text, limit)));
                return Markdown.Shorten(text, limit).EnumerateRunes().Count() <= limit && (shown == Apart(text) || Apart(text).StartsWith(shown.TrimEnd('…'), StringComparison.Ordinal));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_message_on_Discord_may_ping()
    {
        var file = new OutboundFile { Path = "/a.mp4", FileName = "a.mp4", MimeType = "video/mp4", Size = 1, Caption = "@everyone" };
        foreach (var body in new[] { MessageBodies.Text("@everyone", []), MessageBodies.Private("@everyone"), MessageBodies.File(file), MessageBodies.Text("@here", []).ReplyingTo("1") })
        {
            Assert.Empty(body.AllowedMentions.Parse);
        }
    }

    [Fact]
    public void A_label_on_Discord_is_never_cut_within_an_emoji() =>
        Prop.ForAll(
            Texts,
            Gen.Choose(3, 80).ToArbitrary(),
            (text, limit) => LabelText.Fit(text, limit) is var label && label.Length <= limit && !label.EnumerateRunes().Contains(Rune.ReplacementChar)).QuickCheckThrowOnFailure();

    [Fact]
    public void Telegram_shows_every_text_as_it_is_written() =>
        Prop.ForAll(
            Texts,
            text =>
            {
                var plain = Markup.Plain(text);
                return HtmlRules.Show(Markup.Escape(plain), "HTML") == plain && plain.Replace(WordJoiner, "", StringComparison.Ordinal) == text;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_name_in_a_text_pings_on_Telegram() =>
        Prop.ForAll(Texts, text => !Mention().IsMatch(Link().Replace(Markup.Plain(text), " "))).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_sign_that_can_be_sent() => Assert.Equal("a\uFFFDb\uFFFD", Markup.Plain("a\ud83cb\udfb5"));

    /// <summary>The page puts text into the document as text only.</summary>
    [Fact]
    public void The_page_never_makes_markup_from_text()
    {
        var scripts = Directory.EnumerateFiles(Repository.At("src/NemoBot.Web/wwwroot"), "*.js", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, path => Assert.DoesNotMatch(MakesMarkup(), File.ReadAllText(path)));
    }

    /// <summary>An address and a bracket behind it are parted by a space.</summary>
    private static string Apart(string text) => BracketAfterAddress().Replace(text, "$1 <");

    [GeneratedRegex(@"(https?://[^\s<]*) ?<")]
    private static partial Regex BracketAfterAddress();

    [GeneratedRegex("(?<![A-Za-z0-9_])@[A-Za-z0-9_]")]
    private static partial Regex Mention();

    [GeneratedRegex(@"https?://\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\.(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b|document\.write|\beval\(|new Function\(")]
    private static partial Regex MakesMarkup();
}
