using NemoBot.Core.Access;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Who may use the bot at all.</summary>
public sealed class AccessTests
{
    private static readonly ConversationKey Boss = new("fake", "boss");
    private static int _messages;

    [Theory]
    [InlineData("BlockedUsers", "fake:Eve")]
    [InlineData("BlockedChats", "fake:room")]
    [InlineData("BlockedServers", "fake:guild")]
    [InlineData("BlockedUsers", "fake:*")]
    public async Task Whoever_is_blocked_is_ignored_and_leaves_no_trace(string list, string entry)
    {
        await using var chat = await Chat.StartAsync(s =>
        {
            s[$"NemoBot:Access:{list}:0"] = entry;
            s["NemoBot:Access:AllowedUsers:0"] = "fake:Eve";
            s["NemoBot:Access:Administrators:0"] = "fake:Eve";
        });
        var receipt = await SayAsync(chat, Chat.Key, "Eve", "make a waveform video please", server: "guild");
        Assert.Equal((RefusalReason.NotAllowed, null), (receipt.Refusal, receipt.Explanation));
        Assert.Equal(RefusalReason.NotAllowed, (await SayAsync(chat, Chat.Key, "Eve", "/pair ABCDEFGH", server: "guild")).Refusal);
        await SayAsync(chat, new ConversationKey("fake", "elsewhere"), "Ana", "/help");
        await chat.Rest();
        Assert.All(chat.Platform.Places, p => Assert.Equal("elsewhere", p.Channel));
        Assert.Null(await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None));
        Assert.Empty(chat.Backend.Posted);
    }

    [Theory]
    [InlineData("AllowedUsers", "fake:Ana")]
    [InlineData("AllowedChats", "fake:room")]
    [InlineData("AllowedServers", "fake:guild")]
    [InlineData("AllowedChats", "fake:*")]
    [InlineData("Administrators", "fake:Ana")]
    public async Task Only_those_on_a_list_get_in_and_a_stranger_is_told_once_what_to_do(string list, string entry)
    {
        await using var chat = await Chat.StartAsync(s =>
        {
            s["NemoBot:Access:OnlyKnown"] = "true";
            s[$"NemoBot:Access:{list}:0"] = entry;
        });
        Assert.Equal(InboundReceipt.Accepted, await SayAsync(chat, Chat.Key, "Ana", "/help", server: "guild"));
        var other = entry == "fake:*" ? new ConversationKey("other", "x") : new ConversationKey("fake", "other room");
        for (var i = 0; i < 3 && other.Platform == "fake"; i++)
        {
            var receipt = await SayAsync(chat, other, "Eve", "make a waveform video please", server: "other guild");
            Assert.Equal((RefusalReason.NotAllowed, i == 0), (receipt.Refusal, receipt.Explanation is not null));
            await chat.RestartAsync();
        }

        await chat.Rest();
        Assert.Equal(other.Platform == "fake" ? 1 : 0, chat.Platform.Messages.Count(m => m.Text.Contains("/pair", StringComparison.Ordinal) && m.Text.Contains("let in", StringComparison.Ordinal)));
        Assert.Null(await chat.Store.GetConversationAsync(other, CancellationToken.None));
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_code_lets_one_newcomer_in_and_can_be_taken_back()
    {
        await using var chat = await StartClosedAsync();
        var code = await AskCodeAsync(chat);
        await chat.RestartAsync();
        Assert.Equal(InboundReceipt.Accepted, await chat.User($"/pair {code.ToLowerInvariant()[..4]}-{code[4..]}"));
        await chat.See("Welcome!");
        await chat.See("Ana was let in. To take that back: /pair remove fake:Ana");
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/pair " + code, "Bo")).Refusal);
        await chat.See("This code is not valid");
        await chat.RestartAsync();
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/help"));
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/help", "Bo")).Refusal);
        await SayAsync(chat, Boss, "Boss", "/pair remove fake:Ana", isPrivate: true);
        await chat.See("They may not use this bot any more");
        await SayAsync(chat, Boss, "Boss", "/pair REMOVE fake:Ana", isPrivate: true);
        await chat.See("Nobody was let in under this name");
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/help")).Refusal);
    }

    [Fact]
    public async Task A_code_expires_and_two_at_once_use_it_once()
    {
        await using var chat = await StartClosedAsync();
        var late = await AskCodeAsync(chat);
        chat.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/pair " + late)).Refusal);
        var code = await AskCodeAsync(chat);
        var both = await Task.WhenAll(chat.User("/pair " + code), chat.User("/pair " + code, "Bo"));
        Assert.Single(both, r => r.Refusal is null);
    }

    [Fact]
    public async Task The_twenty_newest_codes_are_kept_each_for_its_own_time()
    {
        await using var chat = await StartClosedAsync();
        var codes = new List<string>();
        for (var i = 0; i < 21; i++)
        {
            chat.Clock.Advance(i == 20 ? TimeSpan.FromMinutes(5) : TimeSpan.Zero);
            codes.Add(await AskCodeAsync(chat));
        }

        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/pair " + codes[0])).Refusal);
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/pair " + codes[1], "Bo"));
        chat.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/pair " + codes[2])).Refusal);
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/pair " + codes[20]));
    }

    [Fact]
    public async Task Whoever_was_let_in_stays_so_while_they_use_the_bot()
    {
        await using var chat = await StartClosedAsync();
        await chat.User("/pair " + await AskCodeAsync(chat));
        foreach (var (days, refusal) in new (int, RefusalReason?)[] { (40, null), (360, null), (366, RefusalReason.NotAllowed) })
        {
            chat.Clock.Advance(TimeSpan.FromDays(days));
            Assert.Equal(refusal, (await chat.User("/help")).Refusal);
        }
    }

    [Fact]
    public async Task Guesses_are_limited_even_for_the_right_code_and_over_a_restart()
    {
        await using var chat = await StartClosedAsync();
        var code = await AskCodeAsync(chat);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null((await chat.User($"/pair WRONG{i:000}")).RetryAfter);
        }

        await chat.RestartAsync();
        var receipt = await chat.User("/pair " + code);
        Assert.Equal(RefusalReason.NotAllowed, receipt.Refusal);
        Assert.InRange(receipt.RetryAfter!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        await chat.See("Too many wrong codes");
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/pair " + code, "Bo"));
    }

    [Fact]
    public async Task Only_an_administrator_gets_a_code_and_only_in_private()
    {
        await using var chat = await StartClosedAsync("fake:Ana");
        await SayAsync(chat, Chat.Key, "Boss", "/pair");
        await chat.See("in a private chat with me");
        await chat.User("/pair");
        await chat.See("Only the people who run this bot");
        await chat.User("/pair ABCDEFGH");
        await chat.See("You may use this bot already");
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("🔑", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_visitors_choose_their_names_a_name_proves_nothing_and_a_code_lets_the_chat_in()
    {
        await using var chat = await StartClosedAsync("fake:Ana");
        var code = await AskCodeAsync(chat);
        chat.Platform.Assurance = AuthorAssurance.SelfNamed;
        Assert.Equal(RefusalReason.NotAllowed, (await SayAsync(chat, Boss, "Boss", "/pair", isPrivate: true)).Refusal);
        Assert.Equal(RefusalReason.NotAllowed, (await chat.User("/help")).Refusal);
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/pair " + code));
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/help", "Bo"));
        Assert.Equal(RefusalReason.NotAllowed, (await chat.UserIn(new ConversationKey("fake", "other room"), "/help")).Refusal);
    }

    [Fact]
    public async Task Whoever_runs_the_bot_may_do_what_a_chat_reserves_for_its_administrators()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Access:Administrators:0"] = "fake:Boss");
        chat.Platform.Administrators.Add("Ana");
        await chat.User("/settings access admins");
        await chat.See("Only administrators");
        await chat.User("/settings render off", "Bo");
        await chat.See("In this chat only administrators");
        Assert.Equal(
            "In this chat only administrators may do that.",
            await chat.Sink.ConnectAsync(Chat.Key, new Author("Bo", "Bo"), "nmv_usr_good", "en", CancellationToken.None));
        await chat.User("/settings render off", "Boss");
        await chat.See("Rendering only when asked");
    }

    [Theory]
    [InlineData("Eve", false, "let in")]
    [InlineData("Eve", true, "needs no account")]
    [InlineData("Ana", false, "needs no account")]
    [InlineData("Mallory", true, "let in")]
    public async Task An_account_is_linked_by_those_on_a_list_and_in_a_chat_that_was_let_in_but_never_by_who_is_blocked(string who, bool wasLetIn, string answer)
    {
        await using var chat = await StartClosedAsync(s => s["NemoBot:Access:BlockedUsers:0"] = "fake:Mallory", "fake:Ana");
        if (wasLetIn)
        {
            await chat.User("/settings render off");
            await chat.See("Rendering only when asked");
        }

        Assert.Contains(answer, await chat.Sink.ConnectAsync(Chat.Key, new Author(who, who), "token", "en", CancellationToken.None), StringComparison.Ordinal);
        Assert.Equal(wasLetIn, await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None) is not null);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData(":1")]
    [InlineData("fake:")]
    [InlineData("fake: 1")]
    public void An_entry_that_would_match_nothing_is_refused_at_the_start(string entry)
    {
        var options = new AccessOptions();
        options.BlockedUsers.Add(entry);
        Assert.Contains("BlockedUsers", new AccessOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private static Task<Chat> StartClosedAsync(params string[] allowed) => StartClosedAsync(_ => { }, allowed);

    private static Task<Chat> StartClosedAsync(Action<IDictionary<string, string?>> more, params string[] allowed) => Chat.StartAsync(s =>
    {
        more(s);
        s["NemoBot:Access:OnlyKnown"] = "true";
        s["NemoBot:Access:Administrators:0"] = "fake:Boss";
        for (var i = 0; i < allowed.Length; i++)
        {
            s[$"NemoBot:Access:AllowedUsers:{i}"] = allowed[i];
        }
    });

    private static async Task<string> AskCodeAsync(Chat chat)
    {
        var before = chat.Platform.Messages.Count(m => m.Text.Contains("🔑", StringComparison.Ordinal));
        await SayAsync(chat, Boss, "Boss", "/pair", isPrivate: true);
        await chat.WaitAsync(() => chat.Platform.Messages.Count(m => m.Text.Contains("🔑", StringComparison.Ordinal)) > before, "a code");
        var text = chat.Platform.Messages.Last(m => m.Text.Contains("🔑", StringComparison.Ordinal)).Text;
        return text.Split('\n')[0].Split(' ')[^1];
    }

    private static Task<InboundReceipt> SayAsync(Chat chat, ConversationKey place, string author, string text, string? server = null, bool isPrivate = false) =>
        chat.Sink.PostAsync(
            new InboundMessage
            {
                Conversation = place,
                MessageId = $"a{Interlocked.Increment(ref _messages)}",
                Author = new Author(author, author),
                Text = text,
                Language = "en",
                Server = server,
                IsPrivate = isPrivate,
            },
            CancellationToken.None);
}
