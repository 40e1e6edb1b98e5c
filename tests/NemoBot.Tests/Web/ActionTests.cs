using System.Net;
using System.Net.Http.Json;
using System.Text;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class ActionTests : WebChatTest
{
    [Fact]
    public async Task A_press_reaches_the_engine_with_its_message()
    {
        await using var server = await StartAsync();
        var sent = (DeliveryResult.Delivered)await server.Platform.SendAsync(
            Main, new OutboundMessage { Text = "Go on?", Buttons = [new Button("export:1", "Export", ButtonStyle.Primary)] }, Stop);
        using var response = await server.Client.PostAsJsonAsync(
            "/api/channels/main/actions", new { messageId = sent.Message.MessageId, actionId = "export:1", user = "Ana" }, Stop);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var press = Assert.Single(Sink.Messages);
        Assert.Equal(("export:1", sent.Message.MessageId, "Ana", ""), (press.ActionId, press.ActionMessageId, press.Author.Name, press.Text));
        var button = (await HistoryAsync(server))[0].GetProperty("buttons")[0];
        Assert.Equal(("export:1", "Export", "primary"), (Text(button, "id"), Text(button, "label"), Text(button, "style")));
    }

    [Theory]
    [InlineData("{\"messageId\":\"99\",\"actionId\":\"a\"}", 404)]
    [InlineData("{\"messageId\":\"x\",\"actionId\":\"a\"}", 404)]
    [InlineData("{\"actionId\":\"a\"}", 400)]
    [InlineData("{\"messageId\":\"1\"}", 400)]
    [InlineData("{\"messageId\":\"1\",\"actionId\":\"a b\"}", 400)]
    [InlineData("{\"messageId\":\"1\",\"actionId\":\"12345678901234567890123456789012345678901234567890123456789012345\"}", 400)]
    [InlineData("[]", 400)]
    [InlineData("nonsense", 400)]
    public async Task A_press_on_nothing_is_refused(string body, int status)
    {
        await using var server = await StartAsync();
        await server.Platform.SendAsync(Main, new OutboundMessage { Text = "1" }, Stop);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/api/channels/main/actions", content, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(Sink.Messages);
    }

    [Fact]
    public async Task Anything_but_JSON_is_415()
    {
        await using var server = await StartAsync();
        using var content = new StringContent("messageId=1", Encoding.UTF8, "text/plain");
        using var response = await server.Client.PostAsync("/api/channels/main/actions", content, Stop);
        Assert.Equal("WrongType", await CodeAsync(response, HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task A_token_goes_to_the_engine_and_nowhere_else()
    {
        var logs = new CapturedLogs();
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, logs: logs);
        using var response = await server.Client.PostAsJsonAsync(
            "/api/channels/main/connect", new { token = " nmv_usr_secret ", user = "Ana", lang = "en" }, Stop);
        Assert.Equal("Connected.", (await ReadAsync(response, HttpStatusCode.OK)).GetProperty("text").GetString());
        Assert.Equal((Main, "nmv_usr_secret"), Assert.Single(Sink.Connected));
        using var form = new Form().Text("/connect nmv_usr_secret");
        using var content = form.Content;
        using var refused = await server.Client.PostAsync(Messages, content, Stop);
        Assert.DoesNotContain("nmv_usr_secret", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await HistoryAsync(server));
        Assert.Empty(Sink.Messages);
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, l => l.Contains("nmv_usr_secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_token_does_not_disconnect()
    {
        await using var server = await StartAsync();
        using var response = await server.Client.PostAsJsonAsync("/api/channels/main/connect", new { token = " ", user = "Ana" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Sink.Connected);
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
