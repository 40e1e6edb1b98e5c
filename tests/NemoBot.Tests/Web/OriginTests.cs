using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;
using NSubstitute;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class OriginTests : WebChatTest
{
    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site", false)]
    [InlineData("Sec-Fetch-Site: same-site", false)]
    [InlineData("Sec-Fetch-Site: same-origin", true)]
    [InlineData("Sec-Fetch-Site: none", true)]
    [InlineData("Origin: https://evil.example", false)]
    [InlineData("Origin: null", false)]
    [InlineData("Origin: http://127.0.0.1:1", false)]
    [InlineData("Origin: {self}", true)]
    [InlineData("X-Nothing: 1", true)]
    public async Task Only_the_own_page_and_scripts_may_post(string header, bool isAllowed)
    {
        await using var server = await StartAsync();
        var (name, value) = (header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]);
        value = value.Replace("{self}", server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        using var form = new Form().Text("hi");
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = form.Content };
        request.Headers.Add(name, value);
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(isAllowed ? HttpStatusCode.Accepted : HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(isAllowed ? 1 : 0, Sink.Messages.Count);
    }

    [Theory]
    [InlineData("/api/channels/main/messages", "cors", "empty", 403)]
    [InlineData("/api/channels/main/events", "cors", "empty", 403)]
    [InlineData("/c/main", "navigate", "document", 200)]
    [InlineData("/c/main", "navigate", "iframe", 403)]
    public async Task Links_from_elsewhere_are_followed_and_nothing_is_embedded(string address, string mode, string destination, int status)
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost:5080", 200)]
    [InlineData("[::1]:5080", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("192.168.1.5", 421)]
    public async Task A_name_that_was_turned_to_this_machine_is_refused(string host, int status)
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Messages) { Headers = { Host = host } };
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_the_public_name_and_the_token_are_enough()
    {
        await using var server = await StartAsync(("AccessToken", "t"), ("PublicUrl", "https://bot.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Messages) { Headers = { Host = "bot.example" } };
        request.Headers.Add("Authorization", "Bearer t");
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Other_machines_are_refused_while_there_is_no_token()
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, pretendAddress: IPAddress.Parse("10.0.0.5"));
        using var response = await server.Client.GetAsync("/c/main", Stop);
        Assert.Equal("LoopbackOnly", await CodeAsync(response, HttpStatusCode.Forbidden));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null, true)]
    [InlineData("http://localhost:5080", null, true)]
    [InlineData("http://[::1]:5080", null, true)]
    [InlineData("http://unix:/run/bot.sock", null, true)]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://[::]:5080", null, false)]
    [InlineData("http://*:5080", null, false)]
    [InlineData("https://10.1.2.3", null, false)]
    [InlineData("http://0.0.0.0:5080", " ", false)]
    [InlineData("http://0.0.0.0:5080", "t", true)]
    public async Task The_start_fails_when_others_could_reach_an_open_chat(string address, string? token, bool starts)
    {
        var addresses = Substitute.For<IServerAddressesFeature>();
        addresses.Addresses.Returns(["http://127.0.0.1:1", address]);
        var features = new FeatureCollection();
        features.Set(addresses);
        using var server = Substitute.For<IServer>();
        server.Features.Returns(features);
        var check = new BindingCheck(server, Options.Create(new WebChatOptions { AccessToken = token }));
        var error = await Record.ExceptionAsync(() => check.StartedAsync(Stop));
        Assert.Equal(starts, error is null);
        Assert.True(starts || error!.Message.Contains("NEMOBOT__Web__AccessToken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PublicUrl", "https://bot.example", "AccessToken")]
    [InlineData("PublicUrl", "ftp://bot.example", "PublicUrl")]
    [InlineData("MaxFiles", "0", "MaxFiles")]
    [InlineData("HeartbeatInterval", "00:00:00", "HeartbeatInterval")]
    public async Task A_setting_that_cannot_work_stops_the_start(string name, string value, string named)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((name, value)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_off_there_is_nothing()
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, run: false, settings: ("Enabled", "false"));
        using var response = await server.Client.GetAsync("/c/main", Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(server.Services.GetService(typeof(Core.Platforms.IChatPlatform)));
    }
}
