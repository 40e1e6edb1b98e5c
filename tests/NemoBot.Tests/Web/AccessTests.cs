using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Tests.Support;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class AccessTests : WebChatTest
{
    private const string Token = "correct horse battery";

    [Theory]
    [InlineData("GET", "/api/channels/main/messages")]
    [InlineData("GET", "/api/channels/main/events")]
    [InlineData("POST", "/api/channels/main/messages")]
    [InlineData("POST", "/api/channels/main/actions")]
    [InlineData("POST", "/api/channels/main/connect")]
    [InlineData("GET", "/api/settings")]
    [InlineData("GET", "/api/session")]
    [InlineData("GET", "/files/0000000000000000000000000000000000000000/a.mp4")]
    public async Task Without_the_token_there_is_no_way_in(string method, string address)
    {
        await using var server = await StartAsync(("AccessToken", Token));
        using var response = await server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Stop);
        Assert.Equal("SignIn", await CodeAsync(response, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task The_page_shows_the_door_and_lets_in_who_knows_the_token()
    {
        await using var server = await StartAsync(("AccessToken", Token));
        using var door = await server.Client.GetAsync("/c/main", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, door.StatusCode);
        Assert.Contains("sign-in", await door.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var signedIn = await server.Client.PostAsJsonAsync("/api/session", new { token = Token }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("horse", cookie, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/c/main");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var page = await server.Client.SendAsync(request, Stop);
        Assert.Contains("id=\"composer\"", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_instances_divide_the_attempts_among_them()
    {
        var limiter = new AttemptLimiter(Options.Create(new WebChatOptions { SignInAttempts = 10 }), new ThreeProcesses(), new ManualTimeProvider());
        for (var i = 0; i < 3; i++)
        {
            Assert.False(limiter.Try(IPAddress.Loopback, () => false, out var wait));
            Assert.Equal(TimeSpan.Zero, wait);
        }

        Assert.False(limiter.Try(IPAddress.Loopback, () => true, out var blocked));
        Assert.True(blocked > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("Bearer correct horse battery", 200)]
    [InlineData("bearer correct horse battery", 200)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData("Basic correct horse battery", 401)]
    public async Task Scripts_send_the_token_themselves(string header, int status)
    {
        await using var server = await StartAsync(("AccessToken", Token));
        using var request = new HttpRequestMessage(HttpMethod.Get, Messages);
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_an_earlier_token_opens_nothing()
    {
        string cookie;
        await using (var before = await StartAsync(("AccessToken", "old")))
        {
            using var signedIn = await before.Client.PostAsJsonAsync("/api/session", new { token = "old" }, Stop);
            cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        await using var server = await StartAsync(("AccessToken", Token));
        using var request = new HttpRequestMessage(HttpMethod.Get, Messages);
        request.Headers.Add("Cookie", cookie);
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Trying_tokens_ends_after_a_few()
    {
        var time = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, time, settings: [("AccessToken", Token), ("SignInAttempts", "3")]);
        for (var i = 0; i < 3; i++)
        {
            using var wrong = await server.Client.PostAsJsonAsync("/api/session", new { token = "guess" + i }, Stop);
            Assert.Equal("WrongToken", await CodeAsync(wrong, HttpStatusCode.Unauthorized));
        }

        using var right = await server.Client.PostAsJsonAsync("/api/session", new { token = Token }, Stop);
        Assert.Equal("TooManyAttempts", await CodeAsync(right, HttpStatusCode.TooManyRequests));
        time.Advance(TimeSpan.FromSeconds(61));
        using var later = await server.Client.PostAsJsonAsync("/api/session", new { token = Token }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, later.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/settings")]
    [InlineData("GET", "/api/channels/main/messages")]
    [InlineData("POST", "/api/channels/main/messages")]
    [InlineData("GET", "/c/main")]
    [InlineData("GET", "/files/0000000000000000000000000000000000000000/a.mp4")]
    [InlineData("GET", "/metrics")]
    public async Task Guessing_the_token_of_scripts_ends_after_a_few_on_every_address(string method, string address)
    {
        var time = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(
            Folder, Sink, Log, time, pretendPeer: IPAddress.Parse("203.0.113.9"), settings: [("AccessToken", Token), ("SignInAttempts", "3"), ("SignInWindow", "00:01:00")]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await GuessAsync("guess" + i)).StatusCode);
        }

        time.Advance(TimeSpan.FromSeconds(20));
        using var right = await GuessAsync(Token);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(40), right.Headers.RetryAfter?.Delta);
        using var form = await server.Client.PostAsJsonAsync("/api/session", new { token = Token }, Stop);
        Assert.Equal("TooManyAttempts", await CodeAsync(form, HttpStatusCode.TooManyRequests));
        time.Advance(TimeSpan.FromSeconds(41));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await GuessAsync(Token)).StatusCode);

        async Task<HttpResponseMessage> GuessAsync(string token)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            return await server.Client.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_counted_too()
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, new ManualTimeProvider(), settings: [("AccessToken", Token), ("SignInAttempts", "3")]);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Messages);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer guess{i}");
            using var response = await server.Client.SendAsync(request, Stop);
            return response.StatusCode;
        }));
        Assert.Equal((3, 27), (statuses.Count(s => s == HttpStatusCode.Unauthorized), statuses.Count(s => s == HttpStatusCode.TooManyRequests)));
    }

    [Fact]
    public async Task The_right_token_and_the_cookie_are_never_counted()
    {
        await using var server = await StartAsync(("AccessToken", Token), ("SignInAttempts", "2"));
        for (var i = 0; i < 5; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Messages);
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
            using var response = await server.Client.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "", "", 200)]
    [InlineData("203.0.113.9", "", "", 401)]
    [InlineData("127.0.0.1", "203.0.113.9", "", 401)]
    [InlineData("203.0.113.9", "", Token, 200)]
    public async Task Metrics_are_for_this_machine_and_for_who_knows_the_token(string peer, string forwarded, string token, int status)
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, pretendPeer: IPAddress.Parse(peer), settings: [("AccessToken", Token)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (forwarded.Length > 0)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        if (token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200, (await response.Content.ReadAsStringAsync(Stop)).Contains("nemobot_up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_published_for_another_chat_needs_no_token_and_others_do()
    {
        await using var server = await StartAsync(("AccessToken", Token), ("PublicUrl", "https://bot.example/chat/"));
        var shared = await server.Platform.ShareAsync(Folder.Write("v", [1, 2, 3]), "v.mp4", Stop);
        Assert.StartsWith("https://bot.example/chat/files/", shared!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await server.Client.GetByteArrayAsync(shared.AbsolutePath[5..], Stop));
    }

    [Fact]
    public async Task Without_a_public_address_nothing_is_published()
    {
        await using var server = await StartAsync();
        Assert.Null(await server.Platform.ShareAsync(Folder.Write("v", [1]), "v.mp4", Stop));
    }

    private sealed class ThreeProcesses : IPaceShare
    {
        public int Processes => 3;

        public Task<TimeSpan> ReserveAsync(string name, TimeSpan length, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
