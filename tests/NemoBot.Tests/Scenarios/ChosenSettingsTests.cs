using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Each word that a setting takes, and what it leaves in the record of the chat.</summary>
public sealed class ChosenSettingsTests
{
    [Fact]
    public async Task Every_word_of_a_setting_sets_it()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Administrators.Add("Ana");
        chat.Platform.Editors.Add("Bo");
        (string Words, string Left)[] said =
        [
            ("/settings render off", "False Everyone"), ("/settings render on", "True Everyone"), ("/settings auto-render no", "False Everyone"),
            ("/settings Auto-Render YES", "True Everyone"), ("/settings autorender 关", "False Everyone"), ("/settings render 开", "True Everyone"),
            ("/settings autorender off", "False Everyone"), ("/settings autorender on", "True Everyone"),
            ("/settings access admins", "True Administrators"), ("/settings access all", "True Everyone"), ("/settings access administrators", "True Administrators"),
            ("/settings access everyone", "True Everyone"), ("/settings access role Editors", "True Group Editors"), ("/settings access everyone", "True Everyone"),
            ("/settings access 角色 Editors", "True Group Editors"), ("/settings access admins", "True Administrators"), ("/settings access group Editors", "True Group Editors"),
            ("/settings ACCESS Editors", "True Group Editors"),
            ("/settings access", "True Group Editors"), ("/settings access role", "True Group Editors"), ("/settings render", "True Group Editors"), ("/settings colors on", "True Group Editors"),
        ];
        foreach (var (words, left) in said)
        {
            await SayAsync(chat, words);
            Assert.Equal($"{words}: {left}", $"{words}: {await ReadAsync(chat, c => $"{c.AutoRender} {c.Access} {c.AccessGroup?.Name}".Trim())}");
        }

        Assert.Equal(4, chat.Platform.Messages.Count(m => m.Text.Contains("don't know that setting", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_name_of_a_language_chooses_it()
    {
        await using var chat = await Chat.StartAsync();
        foreach (var (word, language) in new[] { ("zh", "zh"), ("en", "en"), ("Chinese", "zh"), ("English", "en"), ("中文", "zh"), ("英文", "en"), ("汉语", "zh"), ("英语", "en"), ("zh-CN", "zh"), ("fr", "zh") })
        {
            await SayAsync(chat, $"/language {word}");
            Assert.Equal((word, language, true), await ReadAsync(chat, c => (word, c.Language, c.LanguageChosen)));
        }

        Assert.Equal(["English", "中文"], chat.Platform.Messages[^1].Labels);
    }

    private static async Task SayAsync(Chat chat, string words)
    {
        var before = chat.Platform.Messages.Count;
        await chat.User(words);
        await chat.WaitAsync(() => chat.Platform.Messages.Count > before, words);
    }

    private static async Task<T> ReadAsync<T>(Chat chat, Func<ConversationRecord, T> read) =>
        read((await chat.Store.GetConversationAsync(Chat.Key, TestContext.Current.CancellationToken))!);
}
