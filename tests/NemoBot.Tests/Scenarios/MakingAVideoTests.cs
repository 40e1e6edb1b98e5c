using System.Text;
using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

public sealed class MakingAVideoTests
{
    private static readonly byte[] Subtitles = Encoding.UTF8.GetBytes("\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\nHello there\r\n\r\n2\r\n00:00:01,000 --> 00:00:01,500\r\n你好 <i>世界</i>\r\n");

    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    [Fact]
    public async Task File_and_words_become_a_video_with_one_status_message()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Uses("add_visual").Says("I made a waveform video.").Draft(Drafts.Waveform);

        await chat.User("make a waveform video of this recording", files: ("talk.mp3", Mp3));

        var file = await chat.SeeFile();
        Assert.Equal("talk-v1.mp4", file.FileName);
        Assert.Contains("Timeline", file.Caption, StringComparison.Ordinal);
        Assert.Contains(file.Buttons, b => b.Label == "Make it vertical (9:16)");
        var status = await chat.See("✅ Video ready!");
        Assert.Contains("I made a waveform video.", status.Text, StringComparison.Ordinal);
        Assert.Single(chat.Platform.Messages);
        Assert.Equal(["make a waveform video of this recording"], chat.Backend.Posted);
        Assert.Equal([Drafts.Waveform], chat.Backend.Rendered);
        Assert.Equal(Mp3, Assert.Single(chat.Backend.Uploads).Bytes);
        Assert.Equal("video of " + Drafts.Waveform, Encoding.UTF8.GetString(chat.Platform.Files[0].Bytes));
    }

    [Fact]
    public async Task The_status_message_shows_progress_and_a_cancel_button_while_it_works()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromSeconds(60);
        chat.Backend.Turn().Says("Fine.").Draft(Drafts.Waveform);

        await chat.User("make a waveform video of it please");
        await chat.SeeFile();

        var looks = chat.Platform.Messages[0].Looks;
        Assert.Contains(looks, l => l.Text.StartsWith("🎞 Rendering", StringComparison.Ordinal) && l.Progress > 0 && l.Text.Contains(" left", StringComparison.Ordinal));
        Assert.All(looks.SkipLast(1), l => Assert.True(l.Text.Contains("Posting", StringComparison.Ordinal) || l.Buttons.Any(b => b.Label == "Cancel")));
        Assert.All(looks, l => Assert.Equal(OutboundKind.Status, l.Kind));
    }

    [Fact]
    public async Task A_silent_edit_is_told_as_its_differences()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Uses("add_title").Draft(Drafts.Titled);

        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("add a title that says Urban Dreams");
        await chat.SeeFile(2);

        await chat.WaitAsync(() => chat.Platform.Messages.Count(m => m.Text.Contains("Video ready", StringComparison.Ordinal)) == 2, "both ready");
        var status = chat.Platform.Messages[1];
        Assert.Contains("Urban Dreams", status.Text, StringComparison.Ordinal);
        Assert.StartsWith("• ", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_words_is_asked_about_and_the_button_does_it()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("", files: ("talk.mp3", Mp3));
        await chat.See("Got talk.mp3");
        Assert.Empty(chat.Backend.Posted);

        chat.Backend.Turn().Says("Here.").Draft(Drafts.Waveform);
        await chat.Press("make a waveform video");
        await chat.SeeFile();

        Assert.Equal(["make a waveform video"], chat.Backend.Posted);
        Assert.Single(chat.Backend.Uploads);
    }

    [Fact]
    public async Task A_second_click_on_a_button_that_costs_does_nothing_but_says_so()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("", files: ("talk.mp3", Mp3));
        await chat.See("Got talk.mp3");
        await chat.Press("make a waveform video");
        Assert.Equal(InboundReceipt.Duplicate, await chat.Press("make a waveform video"));
        await chat.See("already asked for");
        await chat.See("Done.");
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task The_same_message_twice_is_one_turn()
    {
        await using var chat = await Chat.StartAsync();
        var message = new InboundMessage { Conversation = Chat.Key, MessageId = "7", Author = new Author("1", "Ana"), Text = "make it blue and add a title" };
        Assert.Equal(InboundReceipt.Accepted, await chat.Sink.PostAsync(message, CancellationToken.None));
        Assert.Equal(InboundReceipt.Duplicate, await chat.Sink.PostAsync(message, CancellationToken.None));
        await chat.See("Done.");
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task Export_in_words_renders_without_asking_the_backend()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("导出");
        await chat.SeeFile(2);
        Assert.Single(chat.Backend.Posted);
        Assert.Equal(2, chat.Backend.Rendered.Count);
    }

    [Theory]
    [InlineData("starter:waves:0")]
    [InlineData("preset:fade")]
    public async Task A_button_that_asks_for_work_counts_once(string id)
    {
        await using var chat = await Chat.StartAsync();
        foreach (var press in new[] { "p1", "p2" })
        {
            await chat.Sink.PostAsync(
                new InboundMessage { Conversation = Chat.Key, MessageId = press, Author = new Author("Ana", "Ana"), ActionId = id, ActionMessageId = "m9" },
                CancellationToken.None);
        }

        await chat.See("Done.");
        await chat.Rest();
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task Undo_pressed_twice_renders_the_version_before_and_versions_lists_all()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("add a title to the video");
        await chat.SeeFile(2);
        await chat.Press("Undo");
        await chat.Press("Undo");
        await chat.See("already asked for");
        await chat.SeeFile(3);
        await chat.See("Back to version 1");
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[2]);
        await chat.User("/export");
        await chat.SeeFile(4);
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[3]);
        await chat.User("/versions");
        var list = await chat.See("Kept versions");
        Assert.Contains("1. ", list.Text, StringComparison.Ordinal);
        Assert.Contains("2. ", list.Text, StringComparison.Ordinal);
        await chat.User("/undo");
        await chat.See("no earlier version");
    }

    [Fact]
    public async Task A_video_over_the_limit_is_fitted_and_says_what_was_traded()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { UploadBytes = 10 };
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        var file = await chat.SeeFile();
        Assert.Equal(9, file.Size); // A little below the limit of 10: what is sent around the file counts too.
        Assert.Contains("720p", file.Caption, StringComparison.Ordinal);
        Assert.Contains("https://cdn.example/", file.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_the_backend_refuses_is_converted_and_told()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please", files: ("talk.flac", [.. "fLaC"u8, .. new byte[400]]));
        await chat.See("was converted to M4A");
        Assert.Equal("talk.m4a", Assert.Single(chat.Backend.Uploads).Name);
    }

    [Fact]
    public async Task A_file_that_cannot_be_converted_is_named_and_the_others_are_kept()
    {
        await using var chat = await Chat.StartAsync();
        byte[] damaged = [.. "fLaC"u8, .. new byte[400], .. FakeMedia.Damage];
        await chat.User("make a waveform video please", files: [("song.mp3", Mp3), ("talk.flac", damaged)]);
        await chat.See("talk.flac can't be read");
        Assert.Equal("song.mp3", Assert.Single(chat.Backend.Uploads).Name);
        await chat.User("and now this one", files: ("alone.flac", damaged));
        await chat.See("alone.flac can't be read");
        Assert.Single(chat.Backend.Uploads);
    }

    [Fact]
    public async Task Progress_of_a_slow_turn_is_shown()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var progress = JsonDocument.Parse("""{"progress":0.42}""");
        chat.Backend.Turn().Then(new BackendEvent.ToolStarted("analyze_media", progress.RootElement)).WaitsFor(gate.Task);
        await chat.User("make a waveform video with captions");
        await chat.See("42");
        gate.SetResult();
    }

    [Fact]
    public async Task A_subtitle_file_goes_along_with_the_song_where_it_can_be_shown()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { UploadTypes = [.. BackendTraits.MediaTypes, .. BackendTraits.CaptionTypes] };
        await chat.User("waveform video with these subtitles", files: [("song.mp3", Mp3), ("u8.srt", Subtitles)]);
        await chat.See("Done.");
        Assert.Equal(["song.mp3", "u8.srt"], chat.Backend.Uploads.Select(u => u.Name));
        Assert.Equal(Subtitles, chat.Backend.Uploads[1].Bytes);
    }

    [Fact]
    public async Task A_subtitle_file_is_left_out_where_it_cannot_be_shown_and_the_song_is_kept()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("waveform video with these subtitles", files: [("song.mp3", Mp3), ("u8.srt", Subtitles)]);
        await chat.See("u8.srt is left out");
        Assert.Equal("song.mp3", Assert.Single(chat.Backend.Uploads).Name);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("this is only text, whatever its name says", "is not an audio")]
    public async Task A_file_that_is_none_is_refused_with_a_sentence_and_the_chat_goes_on(string content, string words)
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please", files: ("talk.mp3", Encoding.UTF8.GetBytes(content)));
        await chat.See(words);
        Assert.Empty(chat.Backend.Uploads);
        Assert.Empty(chat.Backend.Posted);
        await chat.User("make a waveform video please");
        await chat.See("Done.");
    }

    [Fact]
    public async Task A_message_without_words_and_files_is_asked_for_them()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("");
        await chat.See("Write what you want, or drop a file.");
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task Words_that_the_service_began_count_as_said_when_its_stream_ends()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Then(new BackendEvent.TextDelta("A title would help")).Then(new BackendEvent.TextDone(" "))
            .Then(new BackendEvent.TextDelta("Make it blue"));
        await chat.User("what do you think of it?");
        await chat.Rest();
        Assert.Equal("Make it blue", Assert.Single(chat.Platform.Messages).Text);
    }

    [Fact]
    public async Task Whole_sentences_are_shown_while_the_service_still_writes()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("Well.").Then(new BackendEvent.TextDelta("A title would help. And a co")).WaitsFor(gate.Task);
        await chat.User("what do you think of it?");
        Assert.DoesNotContain("And a co", (await chat.See("A title would help.")).Text, StringComparison.Ordinal);
        gate.SetResult();
        await chat.Rest();
        Assert.Equal("Well.\n\nA title would help. And a co", Assert.Single(chat.Platform.Messages).Text);
    }

    [Theory]
    [InlineData("GIF89a", "The GIF is ready, but")]
    [InlineData("ID3\u0004\0\0\0\0\0\0x", "The sound is ready, but")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nHello\n", "The caption file is ready, but")]
    public async Task A_file_that_the_chat_does_not_take_is_called_what_it_is(string content, string words)
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.RefusesFiles = true;
        chat.Backend.File = [.. Encoding.Latin1.GetBytes(content), .. new byte[content[0] == '1' ? 0 : 300]];
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See(words);
    }

    [Fact]
    public async Task A_file_that_is_deleted_before_it_is_sent_on_is_asked_for_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.PlatformFaults.Fail("OpenAsync", new AttachmentException(AttachmentProblem.Gone), skip: 1);
        await chat.User("make a waveform video please", files: ("talk.mp3", Mp3));
        Assert.Equal(["Run it again"], (await chat.See("The file could not be loaded. Please send it again.")).Labels);
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_file_over_the_skills_limit_is_offered_to_be_compressed()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please", files: ("long.mp3", [.. Mp3, .. new byte[1000]]));
        await chat.See("the limit here is");
        Assert.Empty(chat.Backend.Uploads);
        Assert.Equal(1, chat.PlatformFaults.Calls("OpenAsync"));
        await chat.Press("Compress it to fit");
        await chat.See("was compressed to");
        Assert.Equal(["make a waveform video please"], chat.Backend.Posted);
    }

    [Fact]
    public async Task A_video_among_the_files_changes_the_skill()
    {
        await using var chat = await Chat.StartAsync();
        byte[] mp4 = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[300]];
        await chat.User("merge these two files", files: [("talk.mp3", Mp3), ("clip.mp4", mp4)]);
        await chat.See("I switched to \"Skill merge\"");
        Assert.Equal(2, chat.Backend.Uploads.Count);
    }

    [Fact]
    public async Task A_backend_without_skills_of_its_own_says_nothing_of_the_change()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { FollowsSkills = false };
        byte[] mp4 = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[300]];
        await chat.User("merge these two files", files: [("talk.mp3", Mp3), ("clip.mp4", mp4)]);
        await chat.See("Done.");
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("switched", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sound.wav", "RIFF\0\0\0\0WAVEfmt ")]
    [InlineData("sound.m4a", "\0\0\0\u0018ftypM4A ")]
    public async Task A_clip_is_merged_with_any_sound_beside_it(string name, string head)
    {
        await using var chat = await Chat.StartAsync();
        byte[] sound = [.. System.Text.Encoding.Latin1.GetBytes(head), .. new byte[300]];
        byte[] mp4 = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[300]];
        await chat.User("put this audio on the clip", files: [("clip.mp4", mp4), (name, sound)]);
        await chat.See("I switched to \"Skill merge\"");
        Assert.Equal(["clip.mp4", name], chat.Backend.Uploads.Select(u => u.Name));
    }

    [Fact]
    public async Task A_file_that_is_no_media_is_left_out_by_name_and_the_others_are_used()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please", files: [("notes.mp3", [.. "just some words"u8]), ("talk.mp3", Mp3)]);
        await chat.See("notes.mp3 is not an audio, video or picture file that I can read.");
        await chat.See("I went on without it.");
        Assert.Equal("talk.mp3", Assert.Single(chat.Backend.Uploads).Name);
    }

    [Fact]
    public async Task A_file_that_the_service_cannot_read_is_left_out_by_name_and_the_others_are_used()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Unreadable.Add("cover.png");
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, .. new byte[300]];
        await chat.User("make a waveform video please", files: [("talk.mp3", Mp3), ("cover.png", png)]);
        var answer = await chat.See("I went on without it.");
        Assert.Contains("cover.png can't be read", answer.Text, StringComparison.Ordinal);
        Assert.Equal("talk.mp3", Assert.Single(chat.Backend.Uploads).Name);
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_recording_that_the_service_cannot_read_is_named_and_costs_nothing()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Unreadable.Add("talk.mp3");
        await chat.User("make a waveform video please", files: ("talk.mp3", Mp3));
        await chat.See("talk.mp3 can't be read");
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_picture_alone_does_not_make_up_for_a_broken_recording()
    {
        await using var chat = await Chat.StartAsync();
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, .. new byte[300]];
        await chat.User("make a waveform video please", files: [("cover.png", png), ("talk.mp3", [.. "just some words"u8])]);
        await chat.See("talk.mp3 is not an audio, video or picture file");
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_how_long_it_may_be()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User(new string('x', 20_000));
        await chat.See("20,000 characters");
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task Hostile_names_reach_the_backend_safe()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please", files: ("../../etc/\"pass\nwd\" 🎵.mp3", Mp3));
        await chat.See("Done.");
        var name = Assert.Single(chat.Backend.Uploads).Name;
        Assert.DoesNotContain("..", name, StringComparison.Ordinal);
        Assert.DoesNotContain('/', name);
        Assert.DoesNotContain('"', name);
        Assert.DoesNotContain('\n', name);
        Assert.EndsWith(".mp3", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raw", true)]
    [InlineData("dressed", false)]
    [InlineData(null, false)]
    public async Task A_raw_video_is_announced_as_soon_as_it_is_there(string? draft, bool isAnnounced)
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a video of a city at night");
        await chat.See("Done.");
        await chat.Rest();
        chat.Backend.Draft = draft is null ? null : Drafts.Named(draft);
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Uses("generate_video_with_seedance").Says("All done.").Draft(Drafts.Titled).WaitsFor(gate.Task);
        await chat.User("make another one");
        var status = await chat.See("All done.");
        Assert.Equal(isAnnounced, status.Text.Contains("The raw video is there: Timeline", StringComparison.Ordinal));
        gate.SetResult();
        await chat.See("Video ready");
        Assert.Contains("Timeline", status.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("raw video", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_render_that_is_refused_is_submitted_once_more_under_a_new_id()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.SubmitErrors.Enqueue(new BackendError(BackendErrorKind.DuplicateId));
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        Assert.Single(chat.Backend.Rendered);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(0)]
    public async Task A_poster_is_made_where_it_is_shown(int side)
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { PosterSide = side };
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        Assert.Equal(side > 0, (await chat.SeeFile()).Video!.PosterPath is not null);
    }
}
