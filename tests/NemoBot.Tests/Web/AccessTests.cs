using System.Net;
using System.Net.Http.Json;
using NemoBot.Tests.Support;
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
}
