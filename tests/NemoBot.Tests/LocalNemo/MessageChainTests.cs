using NemoBot.Tests.Packaging;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Whole chats: each message is understood with what the ones before left behind.</summary>
public sealed class MessageChainTests
{
    /// <summary>The situation of each chat, and its messages with the edits that each must give.</summary>
    public static TheoryData<string, string> All =>
    [
        .. File.ReadAllText(Repository.At("tests/NemoBot.Tests/Fixtures/Requests/chats.tsv")).Split("\n= ", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(chat => chat.Split('\n', 2)).Select(chat => new TheoryDataRow<string, string>(chat[0], chat[1].Trim())),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_message_of_a_chat_gives_the_edits_that_were_meant(string marks, string messages)
    {
        var chain = new MessageChain(marks);
        var rows = messages.Split('\n').Select(m => m.Split('\t')).ToList();
        List<string> got = [];
        foreach (var row in rows)
        {
            got.Add($"{row[0]} → {await chain.SayAsync(row[0])}");
        }

        // The whole chat is shown: what one message gives depends on those before it.
        Assert.True(rows.Select(r => $"{r[0]} → {r.ElementAtOrDefault(1)}").SequenceEqual(got), string.Join('\n', got));
    }
}
