using System.Text.Json;
using System.Text.Json.Nodes;
using NemoBot.Telegram.Api;
using Telegram.Bot.Types;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>
/// Recorded updates in which one name or value at a time is one that the library does not know, as after an update of the service:
/// the part is lost and nothing else.
/// </summary>
public sealed class UnknownPartTests : TelegramTest
{
    private const string Unknown = "from_the_future";

    /// <summary>Fields whose values are names from a list that the service extends.</summary>
    private static readonly HashSet<string> Enumerations = ["type", "status", "source", "style", "point", "chat_type"];

    [Fact]
    public void Every_unknown_value_costs_its_part_only()
    {
        var checkedValues = 0;
        foreach (var update in Load())
        {
            foreach (var (parent, name) in Members(update).Where(m => IsEnumeration(m.Parent, m.Name)).ToList())
            {
                var before = parent[name]!.DeepClone();
                parent[name] = Unknown;
                AssertRead(update, $"{parent.GetPath()}.{name}");
                parent[name] = before;
                checkedValues++;
            }
        }

        Assert.InRange(checkedValues, 100, 1000);
    }

    [Fact]
    public void Every_unknown_name_costs_its_part_only()
    {
        foreach (var update in Load())
        {
            foreach (var (parent, name) in Members(update).ToList())
            {
                var value = parent[name];
                parent.Remove(name);
                parent[Unknown] = value;
                AssertRead(update, $"{parent.GetPath()}.{name}");
                parent.Remove(Unknown);
                parent[name] = value;
            }
        }
    }

    [Theory]
    [InlineData("forward_origin")]
    [InlineData("reply_to_message.forward_origin")]
    [InlineData("external_reply.origin")]
    public void What_is_left_out_is_named(string part)
    {
        var update = Load().First(u => Find(u["message"], part) is JsonObject);
        Find(update["message"], part)!["type"] = Unknown;
        var read = LenientReader<Update>.Read(JsonSerializer.SerializeToElement(update), out var skipped);
        Assert.Equal(["message." + part], skipped);
        Assert.Equal((string)update["message"]!["text"]!, read!.Message!.Text);
    }

    [Fact]
    public async Task Every_message_arrives_although_each_has_an_unknown_part()
    {
        Server.AddChat(Group, "supergroup");
        List<string> expected = [];
        foreach (var update in Load().Where(u => u["message"]?["text"] is not null))
        {
            foreach (var (parent, name) in Members(update).Where(m => IsEnumeration(m.Parent, m.Name)).ToList())
            {
                var before = parent[name]!.DeepClone();
                parent[name] = Unknown;
                var message = update["message"]!.DeepClone().AsObject();
                message["message_id"] = 10_000 + expected.Count;
                Server.Push("message", message);
                expected.Add(message["message_id"]!.ToString());
                parent[name] = before;
            }
        }

        Server.Push("hologram", new JsonObject { ["id"] = 1 });
        Server.Push("my_chat_member", Changed("my_chat_member", u => u["new_chat_member"]!["status"] = Unknown));
        Server.Push("callback_query", Changed("callback_query", u => u["message"]!["forward_origin"]!["type"] = Unknown));
        Server.Say(Server.Compose(Ana, "the last one"));
        await StartAsync();
        await SoonAsync(() => Sink.Messages.Any(m => m.Text == "the last one"));
        await SoonAsync(() => Server.Unconfirmed == 0);
        Assert.InRange(expected.Count, 40, 300);
        Assert.Equal(expected, Sink.Messages.Select(m => m.MessageId).Where(expected.Contains));
        Assert.Single(Sink.Messages, m => m.ActionId == "export:v1");
        Assert.Contains(Bot.Log, l => l.Contains("my_chat_member.new_chat_member", StringComparison.Ordinal));
        Assert.DoesNotContain(Bot.Log, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_of_an_unknown_kind_is_no_administrator()
    {
        Server.AddChat(Group, "supergroup").Members[Ana] = Unknown;
        var author = new NemoBot.Core.Platforms.Author($"{Ana}", "Ana");
        Assert.False(await ((NemoBot.Core.Platforms.IAdministratorLookup)Bot.Platform).IsAdministratorAsync(Key(Group), author, Stop));
    }

    /// <summary>What the JSON still says must be what was read.</summary>
    private static void AssertRead(JsonObject update, string changed)
    {
        var read = LenientReader<Update>.Read(JsonSerializer.SerializeToElement(update), out var skipped);
        Assert.True(read is not null, $"{changed}: nothing was read");
        Assert.Equal((int?)update["update_id"] ?? 0, read.Id);
        if (update["message"] is JsonObject message)
        {
            var said = $"{message["message_id"] ?? 0} {message["chat"]?["id"] ?? 0} {message["from"]?["id"] ?? 0} {message["text"]} {message["caption"]}";
            var heard = read.Message!;
            Assert.Equal(said, $"{heard.Id} {heard.Chat?.Id ?? 0} {heard.From?.Id ?? 0} {heard.Text} {heard.Caption}");
            Assert.True(message["audio"]?["file_id"]?.ToString() == heard.Audio?.FileId, changed);
            Assert.True(skipped.Count <= 1, $"{changed} cost {string.Join(", ", skipped)}");
        }
    }

    private static JsonObject Changed(string kind, Action<JsonNode> change)
    {
        var content = Load().First(u => u[kind] is not null)[kind]!.DeepClone();
        change(content);
        return content.AsObject();
    }

    private static JsonNode? Find(JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (current, name) => current is JsonObject parent ? parent[name] : null);

    private static List<JsonObject> Load()
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Telegram", "updates.json"));
        return [.. JsonNode.Parse(json)!.AsArray().Select(u => u!.AsObject())];
    }

    private static bool IsEnumeration(JsonObject parent, string name) => Enumerations.Contains(name) && parent[name] is JsonValue;

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(m => Members(m.Value).Prepend((parent, m.Key))),
        JsonArray items => items.SelectMany(Members),
        _ => [],
    };
}
