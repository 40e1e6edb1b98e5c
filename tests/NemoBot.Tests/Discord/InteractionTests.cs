using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Commands, buttons, completions and forms.</summary>
public sealed class InteractionTests : IAsyncLifetime
{
    private const string Guild = "900000000000000000";

    private readonly RecordingSink _sink = new();
    private DiscordHarness _bot = null!;
    private StandInChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await DiscordHarness.CreateAsync();
        _channel = _bot.Discord.AddChannel(guild: Guild);
        await _bot.StartAsync(_sink, Stop);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_command_is_deferred_at_once_posted_with_its_files_and_shown()
    {
        var file = _bot.Discord.AddFile("ephemeral", "歌.mp3", "audio/mpeg", [1, 2, 3]);
        var command = Make("waveform *video* @everyone", file);
        Assert.Equal(5, (int)(await command.Answered.WaitAsync(TimeSpan.FromSeconds(1), Stop))["type"]!);
        var message = await _sink.NextAsync(Stop);
        Assert.Equal(("/make waveform *video* @everyone", command.Id, "Annie", "en-US"), (message.Text, message.MessageId, message.Author.Name, message.Language));
        Assert.Equal((false, false), (message.IsPrivate, message.IsAdministrator));
        Assert.Equal(("歌.mp3", 3L), (message.Attachments[0].Name, message.Attachments[0].Size!.Value));
        await using (var stream = await _bot.Platform.OpenAsync(message.Conversation, message.Attachments[0], Stop))
        {
            var bytes = new byte[3];
            await stream.ReadExactlyAsync(bytes, Stop);
            Assert.Equal([1, 2, 3], bytes);
        }

        await Until.TrueAsync(() => command.Original is not null);
        Assert.Equal("/make waveform *video* @everyone\n📎 歌.mp3", StandInMarkup.Render((string)_channel.Messages[command.Original!]["content"]!));
    }

    [Fact]
    public async Task The_status_is_a_message_of_its_own_that_outlives_the_token()
    {
        var command = Make("video");
        await _sink.NextAsync(Stop);
        var sent = await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Kind = OutboundKind.Status, Text = "Working", ReplyTo = command.Id }, Stop);
        var status = Assert.IsType<DeliveryResult.Delivered>(sent).Message;
        Assert.Equal(command.Original, (string?)_channel.Messages[status.MessageId]["message_reference"]!["message_id"]);
        _bot.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(new DeliveryResult.Delivered(status), await _bot.Platform.EditAsync(status, new OutboundMessage { Text = "Done", IsFinal = true }, Stop));
        Assert.Equal("Done", (string)_channel.Messages[status.MessageId]["content"]!);
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_command_carries_the_answers_and_the_person_is_told()
    {
        _channel.Refusal = 50013;
        var command = Make("video", null, body => body["app_permissions"] = "1024");
        await _sink.NextAsync(Stop);
        await Until.TrueAsync(() => !command.Private.IsEmpty);
        Assert.True(command.Private.TryPeek(out var note));
        Assert.Contains("Send Messages", (string)note["content"]!, StringComparison.Ordinal);
        var sent = await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Text = "Working" }, Stop);
        var status = Assert.IsType<DeliveryResult.Delivered>(sent).Message;
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.EditAsync(status, new OutboundMessage { Text = "Done" }, Stop));
        Assert.Contains(_channel.Own(), m => (string)m["content"]! == "Done");
        _bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<DeliveryResult.Gone>(await _bot.Platform.EditAsync(status, new OutboundMessage { Text = "Late", IsFinal = true }, Stop));
        Assert.DoesNotContain(_bot.Discord.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)).SkipLast(1), r => r.EndsWith(_channel.Id + "/messages", StringComparison.Ordinal));
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
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Text = "Working" }, Stop));
        Assert.Empty(second.Private);
        static void Guest(JsonObject body) => body["authorizing_integration_owners"] = new JsonObject { ["1"] = "2000000000000000001" };
    }

    [Fact]
    public async Task A_button_is_acknowledged_without_a_trace_and_posted()
    {
        var sent = Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendAsync(
            DiscordHarness.Key(_channel), new OutboundMessage { Text = "Next?", Buttons = [.. Enumerable.Range(0, 7).Select(i => new Button($"b:{i}", $"B{i}"))] }, Stop)).Message;
        var posted = _channel.Messages[sent.MessageId];
        Assert.Equal([5, 2], posted["components"]!.AsArray().Select(r => r!["components"]!.AsArray().Count));
        var press = _bot.Press(_channel, posted, "b:6", body => body["member"]!["permissions"] = "16");
        Assert.Equal(6, (int)(await press.Answered.WaitAsync(TimeSpan.FromSeconds(1), Stop))["type"]!);
        var message = await _sink.NextAsync(Stop);
        Assert.Equal(("b:6", sent.MessageId, press.Id, true), (message.ActionId, message.ActionMessageId, message.MessageId, message.IsAdministrator));
    }

    [Fact]
    public async Task Options_are_completed()
    {
        var typing = _bot.Discord.Interact(_channel, 4, Command("export", Option("version", 3, "1", focused: true)));
        var answer = await typing.Answered.WaitAsync(TimeSpan.FromSeconds(5), Stop);
        Assert.Equal("""[{"name":"v1","value":"1"}]""", answer["data"]!["choices"]!.ToJsonString());
        Assert.Empty(_sink.Messages);
    }

    [Fact]
    public async Task Connecting_asks_in_a_form_and_answers_privately()
    {
        var command = _bot.Discord.Interact(_channel, 2, Command("connect"));
        var form = await command.Answered.WaitAsync(TimeSpan.FromSeconds(5), Stop);
        Assert.Equal(9, (int)form["type"]!);
        var id = (string)form["data"]!["custom_id"]!;
        var field = (string)form["data"]!["components"]![0]!["components"]![0]!["custom_id"]!;
        var submit = _bot.Discord.Interact(_channel, 5, new JsonObject
        {
            ["custom_id"] = id,
            ["components"] = new JsonArray(new JsonObject { ["type"] = 1, ["components"] = new JsonArray(new JsonObject { ["type"] = 4, ["custom_id"] = field, ["value"] = " nmv_usr_secret " }) }),
        });
        await Until.TrueAsync(() => !submit.Private.IsEmpty);
        Assert.True(submit.IsPrivate);
        Assert.Equal((DiscordHarness.Key(_channel), "nmv_usr_secret"), Assert.Single(_sink.Connected));
        Assert.Empty(_sink.Messages);
        Assert.Empty(_channel.Own());
    }

    [Fact]
    public async Task A_token_in_a_command_or_message_is_neither_stored_nor_echoed()
    {
        var command = Make("use nmv_usr_secret");
        await Until.TrueAsync(() => command.Original is not null);
        _bot.Discord.Say(_channel, $"<@{DiscordStandIn.Self}> nmv_usr_secret");
        await Until.TrueAsync(() => _channel.Own().Count == 2);
        Assert.Empty(_sink.Messages);
        Assert.All(_channel.Own(), m => Assert.Contains("/connect", (string)m["content"]!, StringComparison.Ordinal));
        Assert.All(_channel.Own(), m => Assert.DoesNotContain("nmv_usr_", (string)m["content"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_of_a_message_makes_a_video_of_its_files()
    {
        var target = _bot.Discord.Say(_channel, "my song", m => m["attachments"] = new JsonArray(_bot.Discord.AddFile(_channel.Id, "song.mp3", "audio/mpeg", [9])), dispatch: false);
        var id = (string)target["id"]!;
        _bot.Discord.Interact(_channel, 2, new JsonObject
        {
            ["id"] = "5",
            ["name"] = "Make a video",
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = target.DeepClone() } },
        });
        var message = await _sink.NextAsync(Stop);
        Assert.Equal("/make my song", message.Text);
        Assert.StartsWith($"{_channel.Id}|{id}|", Assert.Single(message.Attachments).Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_moves_into_a_thread_when_the_one_who_asked_wants_it()
    {
        var command = Make("waveform video", _bot.Discord.AddFile("ephemeral", "song.mp3", "audio/mpeg", [1]));
        await _sink.NextAsync(Stop);
        await Until.TrueAsync(() => command.Original is not null);
        var shown = _channel.Messages[command.Original!];
        var button = (string)shown["components"]![0]!["components"]![0]!["custom_id"]!;
        var stranger = _bot.Press(_channel, shown, button, body => body["member"]!["user"]!["id"] = "2000000000000000004");
        await Until.TrueAsync(() => !stranger.Private.IsEmpty);
        Assert.Empty(_sink.Moves);
        _bot.Press(_channel, shown, button);
        await Until.TrueAsync(() => !_sink.Moves.IsEmpty && _bot.Discord.Channels.ContainsKey(command.Original!));
        var thread = _bot.Discord.Channels[command.Original!];
        Assert.Equal("waveform video", thread.Name);
        Assert.Equal((DiscordHarness.Key(_channel), DiscordHarness.Key(thread)), Assert.Single(_sink.Moves));
        await Until.TrueAsync(() => thread.Own().Count == 1 && shown["components"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Each_request_gets_a_thread_where_that_is_set()
    {
        _bot.Options.Threads = ThreadMode.Always;
        var command = Make("waveform video");
        var message = await _sink.NextAsync(Stop);
        Assert.Equal(command.Original, message.Conversation.Channel);
        Assert.True(_bot.Discord.Channels.ContainsKey(command.Original!));
    }

    [Fact]
    public async Task Commands_are_registered_once_and_in_three_languages()
    {
        await Until.TrueAsync(() => _bot.Discord.Rest.Commands is not null && _bot.Cursors.Values.ContainsKey("discord.commands"));
        var make = _bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "make")!;
        Assert.Equal(["text", "file", "file2", "file3"], make["options"]!.AsArray().Select(o => (string)o!["name"]!));
        var settings = _bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "settings")!["options"]![0]!["choices"]!.AsArray();
        Assert.Equal(["render on", "render off", "access everyone", "access admins"], settings.Select(c => (string)c!["value"]!));
        Assert.Equal("仅管理员可以", (string)settings[3]!["name_localizations"]!["zh-CN"]!);
        Assert.Equal("制作", (string)make["name_localizations"]!["zh-CN"]!);
        Assert.Equal("製作影片：傳送檔案並說明需求", (string)make["description_localizations"]!["zh-TW"]!);
        Assert.Equal(CommandCatalog.All.Count + 1, _bot.Discord.Rest.Commands!.Count);
        await _bot.RestartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "hello", null, Stop);
        await _sink.NextAsync(Stop);
        Assert.Single(_bot.Discord.Requests, r => r.StartsWith("PUT", StringComparison.Ordinal));
    }

    private StandInInteraction Make(string text, JsonObject? file = null, Action<JsonObject>? change = null)
    {
        var data = Command("make", Option("text", 3, text));
        if (file is not null)
        {
            data["options"]!.AsArray().Add(Option("file", 11, (string)file["id"]!));
            data["resolved"] = new JsonObject { ["attachments"] = new JsonObject { [(string)file["id"]!] = file } };
        }

        return _bot.Discord.Interact(_channel, 2, data, change);
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
