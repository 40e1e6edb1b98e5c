using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>What people change while a turn runs stays changed when it ends.</summary>
public sealed class SettingsBesideWorkTests
{
    [Fact]
    public async Task Settings_made_while_a_turn_runs_hold_after_it()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Administrators.Add("Ana");
        var gate = await BeginAsync(chat);
        await chat.User("/settings access admins", "Ana");
        await chat.See("Only administrators may export");
        await chat.User("/settings render off", "Ana");
        await chat.See("Rendering only when asked");
        await chat.User("/skill merge", "Ana");
        await chat.See("From now on: Skill merge");
        gate.SetResult();
        await chat.See("Automatic rendering is off here.");

        var record = (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!;
        Assert.Equal((AccessPolicy.Administrators, false, "merge"), (record.Access, record.AutoRender, record.Skill));
        Assert.Empty(chat.Backend.Rendered);
        await chat.User("/export", "Bo");
        await chat.See("only administrators may do that");
    }

    [Fact]
    public async Task Settings_made_in_one_breath_all_hold()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Administrators.Add("Ana");
        await chat.User("/help");
        await chat.See("Render the timeline");
        await Task.WhenAll(
            chat.User("/settings access admins", "Ana"),
            chat.User("/settings render off", "Ana"),
            chat.User("/language zh", "Ana"),
            chat.User("/skill merge", "Ana"));
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 5, "all answers");
        var record = (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!;
        Assert.Equal((AccessPolicy.Administrators, false, "zh", "merge"), (record.Access, record.AutoRender, record.Language, record.Skill));
    }

    [Fact]
    public async Task An_account_connected_while_a_turn_runs_stays_connected()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = new BackendTraits { Name = "cloud", ChargesCredits = true, Web = new Uri("https://nemo.example") };
        var gate = await BeginAsync(chat);
        var answer = await chat.Sink.ConnectAsync(Chat.Key, new Author("Ana", "Ana"), "nmv_usr_good", "en", CancellationToken.None);
        Assert.Contains("Connected", answer, StringComparison.Ordinal);
        gate.SetResult();
        await chat.SeeFile();
        await chat.Rest();

        var record = (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!;
        Assert.Equal("own:1", record.AccountKey);
        Assert.Null(record.SessionId);
        Assert.Equal((2, 2, null), (record.Project, record.ProjectFirstTurn, record.ShownVersion));
    }

    [Fact]
    public async Task A_new_project_begun_while_a_turn_runs_stays_new()
    {
        await using var chat = await Chat.StartAsync();
        var gate = await BeginAsync(chat);
        await chat.User("/new");
        gate.SetResult();
        await chat.See("New project");
        await chat.Rest();
        var record = (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!;
        Assert.Null(record.SessionId);
        await chat.User("/undo");
        await chat.See("no earlier version");
    }

    /// <summary>A turn that runs until the gate opens, and then changes the timeline.</summary>
    private static async Task<TaskCompletionSource> BeginAsync(Chat chat)
    {
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        return gate;
    }
}
