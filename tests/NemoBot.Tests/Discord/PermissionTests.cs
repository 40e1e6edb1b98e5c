using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>What the bot may not do is said by its name, to the right person, and once.</summary>
public sealed class PermissionTests : DiscordTest
{
    private const string Muted = "1024";

    [Fact]
    public async Task Where_only_files_are_refused_the_channel_is_told_which_permission_is_missing()
    {
        Bot.Discord.Rest.Before = (http, path) => RefuseAsync(http, http.Request.HasFormContentType, 403, 50013);
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> 做个视频");
        await Sink.NextAsync(Stop);
        Assert.IsType<DeliveryResult.Refused>(await SendFileAsync());
        var note = (string)Assert.Single(Channel.Own())["content"]!;
        Assert.Contains("附加文件", note, StringComparison.Ordinal);
        Assert.DoesNotContain("查看频道", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_speaks_where_the_bot_may_not_answer_is_told_directly_and_once()
    {
        var direct = Bot.Discord.AddChannel(type: 1);
        Bot.Discord.Rest.Before = async (http, path) =>
        {
            if (path != "users/@me/channels")
            {
                return false;
            }

            var person = (string?)(await StandInRest.BodyAsync(http))!["recipient_id"];
            await StandInRest.OkAsync(http, new JsonObject { ["id"] = person == "2000000000000000001" ? direct.Id : "0", ["type"] = 1 });
            return true;
        };
        Channel.Refusal = 50013;
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> video");
        await Sink.NextAsync(Stop);
        Assert.IsType<DeliveryResult.Gone>(await SendAsync("Working"));
        Assert.IsType<DeliveryResult.Gone>(await SendAsync("Done"));
        var note = (string)Assert.Single(direct.Own())["content"]!;
        Assert.Contains($"<#{Channel.Id}>", note, StringComparison.Ordinal);
        Assert.Contains("Send Messages", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_dies_early_hands_over_to_the_bots_own_messages()
    {
        var isDead = false;
        Bot.Discord.Rest.Before = (http, path) => RefuseAsync(http, isDead && path.StartsWith("webhooks", StringComparison.Ordinal), 401, 50027);
        var command = Make();
        await Sink.NextAsync(Stop);
        await Until.TrueAsync(() => !command.Private.IsEmpty);
        var status = Assert.IsType<DeliveryResult.Delivered>(await SendAsync("Working")).Message;
        isDead = true;
        var edited = await Bot.Platform.EditAsync(status, new OutboundMessage { Text = "Done", IsFinal = true }, Stop);
        var own = Assert.IsType<DeliveryResult.Delivered>(edited).Message;
        Assert.Equal("Done", (string)Channel.Messages[own.MessageId]["content"]!);
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync("Next"));
    }

    [Fact]
    public async Task Threads_follow_the_rules_of_their_channel()
    {
        var thread = Bot.Discord.AddChannel(type: 11, guild: Channel.Guild);
        Bot.Discord.Rest.Before = async (http, path) =>
        {
            if (path != "channels/" + thread.Id && path != "channels/" + Channel.Id)
            {
                return false;
            }

            var isThread = path.EndsWith(thread.Id, StringComparison.Ordinal);
            var rule = new JsonObject { ["id"] = "2000000000000000001", ["type"] = 1, ["allow"] = "16", ["deny"] = "0" };
            await StandInRest.OkAsync(http, isThread
                ? new JsonObject { ["id"] = thread.Id, ["type"] = 11, ["guild_id"] = thread.Guild, ["parent_id"] = Channel.Id }
                : new JsonObject { ["id"] = Channel.Id, ["type"] = 0, ["guild_id"] = Channel.Guild, ["permission_overwrites"] = new JsonArray(rule) });
            return true;
        };
        Assert.True(await Bot.Platform.IsAdministratorAsync(DiscordHarness.Key(thread), new Author("2000000000000000001", "Ana"), Stop));
        Assert.False(await Bot.Platform.IsAdministratorAsync(DiscordHarness.Key(thread), new Author("2000000000000000002", "Bo"), Stop));
    }

    private static async Task<bool> RefuseAsync(HttpContext http, bool isRefused, int status, int code)
    {
        if (isRefused)
        {
            await StandInRest.ErrorAsync(http, status, code, "no");
        }

        return isRefused;
    }

    private StandInInteraction Make() => Bot.Discord.Interact(
        Channel, 2, new JsonObject { ["id"] = "5", ["name"] = "make", ["type"] = 1, ["options"] = new JsonArray() }, body => body["app_permissions"] = Muted);

    private Task<DeliveryResult> SendAsync(string text) =>
        Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Text = text }, Stop);

    private async Task<DeliveryResult> SendFileAsync()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], Stop);
        try
        {
            var file = new OutboundFile { Path = path, FileName = "v.mp4", MimeType = "video/mp4", Size = 3, Caption = "Version 1" };
            return await Bot.Platform.SendFileAsync(DiscordHarness.Key(Channel), file, Stop);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
