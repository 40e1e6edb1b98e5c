using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Commands, buttons, completions and forms.</summary>
public sealed class InteractionTests : DiscordTest
{
    [Fact]
    public async Task A_command_is_deferred_at_once_posted_with_its_files_and_shown()
    {
        var file = Bot.Discord.AddFile("ephemeral", "歌.mp3", "audio/mpeg", [1, 2, 3]);
        var command = Make("waveform *video* @everyone", file);
        Assert.Equal(5, (int)(await command.Answered.WaitAsync(TimeSpan.FromSeconds(30), Stop))["type"]!);
        var message = await Sink.NextAsync(Stop);
        Assert.Equal(("/make waveform *video* @everyone", command.Id, "Annie", "en-US"), (message.Text, message.MessageId, message.Author.Name, message.Language));
        Assert.Equal((false, false), (message.IsPrivate, message.IsAdministrator));
        Assert.Equal(("歌.mp3", 3L), (message.Attachments[0].Name, message.Attachments[0].Size!.Value));
        await using (var stream = await Bot.Platform.OpenAsync(message.Conversation, message.Attachments[0], Stop))
        {
            var bytes = new byte[3];
            await stream.ReadExactlyAsync(bytes, Stop);
            Assert.Equal([1, 2, 3], bytes);
        }

        await Until.TrueAsync(() => command.Original is not null);
        Assert.Equal("/make waveform *video* @everyone\n📎 歌.mp3", StandInMarkup.Render((string)Channel.Messages[command.Original!]["content"]!));
    }

    [Fact]
    public async Task The_status_is_a_message_of_its_own_that_outlives_the_token()
    {
        var command = Make("video");
        await Sink.NextAsync(Stop);
        var sent = await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Kind = OutboundKind.Status, Text = "Working", ReplyTo = command.Id }, Stop);
        var status = Assert.IsType<DeliveryResult.Delivered>(sent).Message;
        Assert.Equal(command.Original, (string?)Channel.Messages[status.MessageId]["message_reference"]!["message_id"]);
        Bot.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(new DeliveryResult.Delivered(status), await Bot.Platform.EditAsync(status, new OutboundMessage { Text = "Done", IsFinal = true }, Stop));
        Assert.Equal("Done", (string)Channel.Messages[status.MessageId]["content"]!);
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_command_carries_the_answers_and_the_person_is_told()
    {
        Channel.Refusal = 50013;
        var command = Make("video", null, body => body["app_permissions"] = "1024");
        await Sink.NextAsync(Stop);
        await Until.TrueAsync(() => !command.Private.IsEmpty);
        Assert.True(command.Private.TryPeek(out var note));
        Assert.Contains("Send Messages", (string)note["content"]!, StringComparison.Ordinal);
        var sent = await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Text = "Working" }, Stop);
        var status = Assert.IsType<DeliveryResult.Delivered>(sent).Message;
        Assert.IsType<DeliveryResult.Delivered>(await Bot.Platform.EditAsync(status, new OutboundMessage { Text = "Done" }, Stop));
        Assert.Contains(Channel.Own(), m => (string)m["content"]! == "Done");
        Bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<DeliveryResult.Gone>(await Bot.Platform.EditAsync(status, new OutboundMessage { Text = "Late", IsFinal = true }, Stop));
        Assert.DoesNotContain(Bot.Discord.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)).SkipLast(1), r => r.EndsWith(Channel.Id + "/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_is_told_in_time_that_it_is_one()
    {
        var command = Make("video", null, Guest);
        await Until.TrueAsync(() => !command.Private.IsEmpty);
        Assert.True(command.Private.TryPeek(out var note));
        Assert.Contains("15 minutes", (string)note["content"]!, StringComparison.Ordinal);

        // Not each time: it has few messages there.
        var second = Make("video", null, Guest);
        await Until.TrueAsync(() => second.Original is not null);
        Assert.IsType<DeliveryResult.Delivered>(await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Text = "Working" }, Stop));
        Assert.Empty(second.Private);
        static void Guest(JsonObject body) => body["authorizing_integration_owners"] = new JsonObject { ["1"] = "2000000000000000001" };
    }

    [Fact]
    public async Task A_button_is_acknowledged_without_a_trace_and_posted()
    {
        var sent = Assert.IsType<DeliveryResult.Delivered>(await Bot.Platform.SendAsync(
            DiscordHarness.Key(Channel), new OutboundMessage { Text = "Next?", Buttons = [.. Enumerable.Range(0, 7).Select(i => new Button($"b:{i}", $"B{i}"))] }, Stop)).Message;
        var posted = Channel.Messages[sent.MessageId];
        Assert.Equal([5, 2], posted["components"]!.AsArray().Select(r => r!["components"]!.AsArray().Count));
        var press = Bot.Press(Channel, posted, "b:6", body => body["member"]!["permissions"] = "16");
        Assert.Equal(6, (int)(await press.Answered.WaitAsync(TimeSpan.FromSeconds(30), Stop))["type"]!);
        var message = await Sink.NextAsync(Stop);
        Assert.Equal(("b:6", sent.MessageId, press.Id, true), (message.ActionId, message.ActionMessageId, message.MessageId, message.IsAdministrator));
    }

    [Fact]
    public async Task Options_are_completed()
    {
        var typing = Bot.Discord.Interact(Channel, 4, Command("export", Option("version", 3, "1", focused: true)));
        var answer = await typing.Answered.WaitAsync(TimeSpan.FromSeconds(5), Stop);
        Assert.Equal("""[{"name":"v1","value":"1"}]""", answer["data"]!["choices"]!.ToJsonString());
        Assert.Empty(Sink.Messages);
    }

    [Fact]
    public async Task Connecting_asks_in_a_form_and_answers_privately()
    {
        var command = Bot.Discord.Interact(Channel, 2, Command("connect"));
        var form = await command.Answered.WaitAsync(TimeSpan.FromSeconds(5), Stop);
        Assert.Equal(9, (int)form["type"]!);
        var id = (string)form["data"]!["custom_id"]!;
        var field = (string)form["data"]!["components"]![0]!["components"]![0]!["custom_id"]!;
        var submit = Bot.Discord.Interact(Channel, 5, new JsonObject
        {
            ["custom_id"] = id,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["custom_id"] = field, ["value"] = " nmv_usr_secret " }) }),
        });
        await Until.TrueAsync(() => !submit.Private.IsEmpty);
        Assert.True(submit.IsPrivate);
        Assert.Equal((DiscordHarness.Key(Channel), "nmv_usr_secret"), Assert.Single(Sink.Connected));
        Assert.Empty(Sink.Messages);
        Assert.Empty(Channel.Own());
    }

    [Fact]
    public async Task A_token_in_a_command_or_message_is_neither_stored_nor_echoed()
    {
        var command = Make("use nmv_usr_secret");
        await Until.TrueAsync(() => command.Original is not null);
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> nmv_usr_secret");
        await Until.TrueAsync(() => Channel.Own().Count == 2);
        Assert.Empty(Sink.Messages);
        Assert.All(Channel.Own(), m => Assert.Contains("/connect", (string)m["content"]!, StringComparison.Ordinal));
        Assert.All(Channel.Own(), m => Assert.DoesNotContain("nmv_usr_", (string)m["content"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_of_a_message_makes_a_video_of_its_files()
    {
        var target = Bot.Discord.Say(Channel, "my song", m => m["attachments"] = new JsonArray(Bot.Discord.AddFile(Channel.Id, "song.mp3", "audio/mpeg", [9])), dispatch: false);
        var id = (string)target["id"]!;
        Bot.Discord.Interact(Channel, 2, new JsonObject
        {
            ["id"] = "5",
            ["name"] = "Make a video",
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = target.DeepClone() } },
        });
        var message = await Sink.NextAsync(Stop);
        Assert.Equal("/make my song", message.Text);
        Assert.StartsWith($"{Channel.Id}|{id}|", Assert.Single(message.Attachments).Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_moves_into_a_thread_when_the_one_who_asked_wants_it()
    {
        var command = Make("waveform video", Bot.Discord.AddFile("ephemeral", "song.mp3", "audio/mpeg", [1]));
        await Sink.NextAsync(Stop);
        await Until.TrueAsync(() => command.Original is not null);
        var shown = Channel.Messages[command.Original!];
        var button = (string)shown["components"]![0]!["components"]![0]!["custom_id"]!;
        var stranger = Bot.Press(Channel, shown, button, body => body["member"]!["user"]!["id"] = "2000000000000000004");
        await Until.TrueAsync(() => !stranger.Private.IsEmpty);
        Assert.Empty(Sink.Moves);
        Bot.Press(Channel, shown, button);
        await Until.TrueAsync(() => !Sink.Moves.IsEmpty && Bot.Discord.Channels.ContainsKey(command.Original!));
        var thread = Bot.Discord.Channels[command.Original!];
        Assert.Equal("waveform video", thread.Name);
        Assert.Equal((DiscordHarness.Key(Channel), DiscordHarness.Key(thread)), Assert.Single(Sink.Moves));
        await Until.TrueAsync(() => thread.Own().Count == 1 && shown["components"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Each_request_gets_a_thread_where_that_is_set()
    {
        Bot.Options.Threads = ThreadMode.Always;
        var command = Make("waveform video");
        var message = await Sink.NextAsync(Stop);
        Assert.Equal(command.Original, message.Conversation.Channel);
        Assert.True(Bot.Discord.Channels.ContainsKey(command.Original!));
    }

    [Fact]
    public async Task Commands_are_registered_once_and_in_three_languages()
    {
        await Until.TrueAsync(() => Bot.Discord.Rest.Commands is not null && Bot.Cursors.Values.ContainsKey("discord.commands"));
        var make = Bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "make")!;
        Assert.Equal(["text", "file", "file2", "file3"], make["options"]!.AsArray().Select(o => (string)o!["name"]!));
        var settings = Bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "settings")!["options"]![0]!["choices"]!.AsArray();
        Assert.Equal(["render on", "render off", "access everyone", "access admins"], settings.Select(c => (string)c!["value"]!));
        Assert.Equal("仅管理员可以", (string)settings[3]!["name_localizations"]!["zh-CN"]!);
        Assert.Equal("制作", (string)make["name_localizations"]!["zh-CN"]!);
        Assert.Equal("製作影片：傳送檔案並說明需求", (string)make["description_localizations"]!["zh-TW"]!);
        Assert.Equal(CommandCatalog.All.Count + 1, Bot.Discord.Rest.Commands!.Count);
        await Bot.RestartAsync(Sink, Stop);
        await Bot.SayAsync(Bot.Conversation, "hello", null, Stop);
        await Sink.NextAsync(Stop);
        Assert.Single(Bot.Discord.Requests, r => r.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_that_Discord_did_not_take_at_the_start_are_registered_later()
    {
        await Bot.StopAsync();
        Bot.Cursors.Values.Clear();
        var refused = 0;
        Bot.Discord.Rest.Before = async (http, path) =>
        {
            if (http.Request.Method != "PUT" || Interlocked.Increment(ref refused) > 6)
            {
                return false;
            }

            await StandInRest.ErrorAsync(http, 503, 0, "no");
            return true;
        };
        Bot.Renew();
        await Bot.StartAsync(Sink, Stop);
        await Bot.Clock.AdvanceUntilAsync(() => Bot.Cursors.Values.ContainsKey("discord.commands"), TimeSpan.FromSeconds(1));
        Assert.Equal(7, refused);
    }

    [Fact]
    public async Task A_command_whose_first_attempt_met_a_full_disk_is_shown_like_any_other()
    {
        Sink.OnPost = _ => throw new IOException("No space left on device");
        var command = Make("video");
        await command.Answered.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await Bot.Clock.AdvanceUntilAsync(() => Bot.Clock.GetUtcNow() > command.At + TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
        Sink.OnPost = _ => { };
        Assert.Equal("/make video", (await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(1))).Text);
        await Until.TrueAsync(() => command.Original is not null);
    }

    private StandInInteraction Make(string text, JsonObject? file = null, Action<JsonObject>? change = null)
    {
        var data = Command("make", Option("text", 3, text));
        if (file is not null)
        {
            data["options"]!.AsArray().Add(Option("file", 11, (string)file["id"]!));
            data["resolved"] = new JsonObject { ["attachments"] = new JsonObject { [(string)file["id"]!] = file } };
        }

        return Bot.Discord.Interact(Channel, 2, data, change);
    }

    private static JsonObject Command(string name, params JsonObject[] options) =>
        new() { ["id"] = "5", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray([.. options]) };

    private static JsonObject Option(string name, int type, string value, bool focused = false)
    {
        var option = new JsonObject { ["name"] = name, ["type"] = type, ["value"] = value };
        if (focused)
        {
            option["focused"] = true;
        }

        return option;
    }
}
