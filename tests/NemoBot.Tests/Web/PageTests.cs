using System.Net;
using System.Text.RegularExpressions;
using NemoBot.Web.Replies;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed partial class PageTests : WebChatTest
{
    [Fact]
    public async Task The_root_leads_to_the_main_chat()
    {
        await using var server = await StartAsync();
        using var response = await server.Client.GetAsync("/", Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/c/main"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/c/main")]
    [InlineData("/assets/js/app.js")]
    [InlineData("/api/settings")]
    [InlineData("/api/channels/a%20b/messages")]
    public async Task Every_answer_carries_the_policies(string address)
    {
        await using var server = await StartAsync();
        using var response = await server.Client.GetAsync(address, Stop);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/c/main")]
    [InlineData("/assets/css/base.css")]
    public async Task Nothing_is_inline_or_from_elsewhere_and_everything_named_is_there(string start)
    {
        await using var server = await StartAsync();
        var open = new Queue<string>([start]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var address))
        {
            using var response = await server.Client.GetAsync(address, Stop);
            Assert.True(response.IsSuccessStatusCode, address);
            var text = await response.Content.ReadAsStringAsync(Stop);
            Assert.DoesNotMatch(Inline(), text);
            foreach (var next in Named().Matches(text).Select(m => new Uri(new Uri("http://x" + address), m.Groups[1].Value)).Where(u => seen.Add(u.AbsolutePath)))
            {
                Assert.Equal("x", next.Host);
                open.Enqueue(next.AbsolutePath);
            }
        }

        Assert.True(start != "/c/main" || seen.Count > 25, "The page's modules were not followed.");
    }

    [Fact]
    public async Task An_unchanged_asset_is_not_sent_again()
    {
        await using var server = await StartAsync();
        using var first = await server.Client.GetAsync("/assets/css/base.css", Stop);
        Assert.Equal("text/css", first.Content.Headers.ContentType?.MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/css/base.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var missing = await server.Client.GetAsync("/assets/../index.html", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Both_languages_have_the_same_words()
    {
        await using var server = await StartAsync();
        var english = Keys().Matches(await server.Client.GetStringAsync("/assets/js/words/en.js", Stop)).Select(m => m.Groups[1].Value).ToList();
        var chinese = Keys().Matches(await server.Client.GetStringAsync("/assets/js/words/zh.js", Stop)).Select(m => m.Groups[1].Value).ToList();
        Assert.True(english.Count > 50);
        Assert.Equal(english, chinese);
    }

    [Fact]
    public void Every_problem_has_a_sentence_in_both_languages()
    {
        foreach (var problem in Enum.GetValues<Problem>())
        {
            Assert.NotEqual(ProblemTexts.Say(problem, "en", 1), ProblemTexts.Say(problem, "zh-CN", 1));
        }
    }

    [GeneratedRegex("""<script>|<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|innerHTML|insertAdjacentHTML|document\.write|\beval\(""")]
    private static partial Regex Inline();

    [GeneratedRegex("""(?:(?:src|href)="|from '|import '|url\()((?:\./|\.\./|/assets/|https?://)[^"')]+)""")]
    private static partial Regex Named();

    [GeneratedRegex("(?m)^  '([a-zA-Z.]+)':")]
    private static partial Regex Keys();
}
