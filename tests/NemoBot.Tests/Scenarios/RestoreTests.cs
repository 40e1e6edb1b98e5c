using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Undo and versions where the backend can set its session back.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task Undo_sets_the_session_back_so_that_the_next_edit_starts_from_there()
    {
        await using var chat = await StartAsync();
        await chat.User("/undo");
        await chat.SeeFile(3);
        Assert.Equal("undo", chat.Backend.Posted[^1]);
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[^1]);
    }

    [Fact]
    public async Task A_version_is_gone_to_by_its_number_in_words()
    {
        await using var chat = await StartAsync();
        await chat.User("go back to version 1");
        await chat.SeeFile(3);
        Assert.Equal("go to version 1", chat.Backend.Posted[^1]);
    }

    [Fact]
    public async Task A_version_is_named_by_the_number_that_the_backend_gave_it()
    {
        await using var chat = await StartAsync(versionsUnseen: 3);
        await chat.User("go back to version 1");
        await chat.SeeFile(3);
        Assert.Equal("go to version 4", chat.Backend.Posted[^1]);
    }

    [Fact]
    public async Task A_version_of_an_earlier_session_is_rendered_without_asking_the_backend()
    {
        await using var chat = await StartAsync();
        await chat.User("/new");
        await chat.See("New project");
        await chat.User("/export 1");
        await chat.SeeFile(3);
        Assert.Equal(2, chat.Backend.Posted.Count);
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[^1]);
    }

    [Fact]
    public async Task The_newest_version_is_rendered_without_asking_the_backend()
    {
        await using var chat = await StartAsync();
        await chat.User("/export 2");
        await chat.SeeFile(3);
        Assert.Equal(2, chat.Backend.Posted.Count);
        Assert.Equal(Drafts.Titled, chat.Backend.Rendered[^1]);
    }

    private static async Task<Chat> StartAsync(int versionsUnseen = 0)
    {
        var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanRestore = true };
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        chat.Backend.Turn().Says("Undone.").Draft(Drafts.Waveform);
        chat.Backend.VersionsUnseen = versionsUnseen;
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("add a title to the video");
        await chat.SeeFile(2);
        return chat;
    }
}
