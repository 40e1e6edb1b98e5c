using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

public sealed class OutputTests
{
    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];
    private static readonly byte[] M4a = [0, 0, 0, 28, .. "ftypM4A \0\0\u0002\0M4A isomiso2"u8, .. new byte[100]];
    private static readonly byte[] Gif = [.. "GIF89a"u8, .. new byte[100]];

    public static TheoryData<string, byte[], string, string> Kinds => new()
    {
        { """{"output":{"name":"Nacht / Tag: \u4f60\u597d"},"t":[{"tt":1,"sg":[{"s":0,"d":1000,"m":{"title":"talk.mp3"}}]}]}""", Mp3, "Nacht - Tag 你好-v1.mp3", "audio/mpeg" },
        { """{"output":{"name":"../../etc/passwd"},"t":[{"tt":1,"sg":[{"s":0,"d":1000}]}]}""", M4a, "etc-passwd-v1.m4a", "audio/mp4" },
        { Drafts.Waveform, Gif, "talk-v1.gif", "image/gif" },
        { Drafts.Waveform, "1\r\n00:00:00,500 --> 00:00:02,000\r\nHello\r\n\r\n"u8.ToArray(), "talk-v1.srt", "application/x-subrip" },
        { Drafts.Waveform, "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nHello\n\n"u8.ToArray(), "talk-v1.vtt", "text/vtt" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_goes_out_under_the_name_of_the_work_and_the_type_of_its_content(string draft, byte[] content, string name, string mime)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.File = content;
        chat.Backend.Turn().Says("Here it is.").Draft(draft);
        await chat.User("make it please, and only the sound");
        var file = await chat.SeeFile();
        Assert.Equal((name, mime, null, content.Length), (file.FileName, file.MimeType, file.Video, (int)file.Size));
        Assert.DoesNotContain(file.Buttons, b => b.Label.Contains("vertical", StringComparison.Ordinal));
        await chat.See("✅ Your file is ready!");
    }

    [Theory]
    [InlineData("mp3", "en", "📤 Posting the sound")]
    [InlineData("mp3", "zh", "📤 正在发送音频")]
    [InlineData("gif", "en", "📤 Posting the GIF")]
    [InlineData("gif", "zh", "📤 正在发送 GIF 动图")]
    [InlineData("mp4", "en", "📤 Posting the video")]
    public async Task While_a_file_is_posted_the_status_says_what_it_is(string kind, string language, string words)
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Platform.FilesGate = gate.Task;
        chat.Backend.File = kind switch { "mp3" => Mp3, "gif" => Gif, _ => null };
        chat.Backend.Turn().Says("Here it is.").Draft(Drafts.Waveform);
        await chat.User("/language " + language);
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the language");
        await chat.User("make it please");
        await chat.See(words);
        gate.SetResult();
        await chat.SeeFile();
    }

    [Theory]
    [InlineData("", "Render to MP4")]
    [InlineData(""","output":{"format":"gif"}""", "Render to GIF")]
    [InlineData(""","output":{"format":"mp3"}""", "Render to MP3")]
    public async Task The_button_below_the_timeline_says_what_kind_of_file_it_makes(string output, string label)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Done.").Draft($$"""{"t":[{"tt":1,"sg":[{"s":0,"d":1000}]}]{{output}}}""");
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("/timeline");
        Assert.Equal(label, (await chat.SeeFile(2)).Buttons[0].Label);
    }

    [Fact]
    public async Task A_preview_is_asked_for_and_named_as_one()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanPreview = true };
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("show me a quick preview");
        Assert.Contains("Preview of version 1", (await chat.SeeFile(2)).Caption);
        await chat.User("export");
        Assert.StartsWith("🎬 Version 1", (await chat.SeeFile(3)).Caption);
        Assert.Equal([false, true, false], chat.Backend.Previews);
    }

    [Fact]
    public async Task Words_after_a_command_mean_what_they_mean_without_the_slash()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        chat.Backend.Turn().Says("The same as 9:16.").Draft(Drafts.Waveform);
        await chat.User("/export 9:16");
        await chat.See("The same as 9:16.");
        Assert.Contains("export 9:16", chat.Backend.Posted[^1], StringComparison.Ordinal);
        await chat.User("/export version 1");
        Assert.StartsWith("🎬 Version 1", (await chat.SeeFile(2)).Caption);
        Assert.Equal(2, chat.Backend.Posted.Count);
    }

    [Theory]
    [InlineData("Title “2 * 3 * 4 = __init__” added.")]
    [InlineData("I made a video of my *final* [v2](x).mp3.")]
    [InlineData("`code` ~~x~~ #1 **bold** _it_")]
    public async Task Signs_in_the_words_of_a_backend_that_writes_plain_text_stay(string words)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { WritesPlainText = true };
        chat.Backend.Turn().Says(words).Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        Assert.StartsWith(words, (await chat.See("✅ Video ready!")).Text);
    }

    [Fact]
    public async Task What_the_backend_says_about_a_render_is_in_the_answer()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderNote = "🔊 Loudness −27 → −16 LUFS.";
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        Assert.Contains("🔊 Loudness −27 → −16 LUFS.", (await chat.SeeFile()).Caption);

        chat.Backend.RenderFails = true;
        chat.Backend.RenderNote = "“clip.mov” could not be read.";
        chat.Backend.RenderOffers = ["leave out clip.mov"];
        await chat.User("export");
        var failed = await chat.See("⚠️ “clip.mov” could not be read.");
        Assert.Equal("leave out clip.mov", failed.Labels.First());
        await chat.Press("leave out clip.mov");
        await chat.WaitAsync(() => chat.Backend.Posted[^1] == "leave out clip.mov", "the request");
    }

    [Fact]
    public async Task What_the_backend_offers_in_a_turn_is_a_button_of_the_video()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I make one format at a time.").Offers("make it 1:1").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please, 9:16 and 1:1");
        Assert.Equal("make it 1:1", (await chat.SeeFile()).Buttons[0].Label);
        await chat.Press("make it 1:1");
        await chat.WaitAsync(() => chat.Backend.Posted[^1] == "make it 1:1", "the request");
    }

    [Fact]
    public async Task A_preview_counts_as_long_as_it_is()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:MinutesPerPerson"] = "2");
        chat.Backend.Traits = chat.Backend.Traits with { CanPreview = true };
        chat.Backend.Turn().Says("Done.").Draft("""{"t":[{"tt":1,"sg":[{"s":0,"d":90000}]}]}""");
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("show me a quick preview");
        await chat.SeeFile(2);
        await chat.User("show me a quick preview");
        await chat.SeeFile(3);
        await chat.User("export");
        await chat.See("of the 2 minutes of video");
    }
}
