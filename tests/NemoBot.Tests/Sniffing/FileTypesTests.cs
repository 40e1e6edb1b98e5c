using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Sniffing;

/// <summary>What a skill takes: "waves" lists common sounds, "merge" lists videos and MP3.</summary>
public sealed class FileTypesTests
{
    [Theory]
    [InlineData("waves", MediaKind.Image, "bmp", false, true)]
    [InlineData("waves", MediaKind.Text, "srt", false, true)]
    [InlineData("waves", MediaKind.Audio, "mp3", false, true)]
    [InlineData("waves", MediaKind.Audio, "MP3", false, true)]
    [InlineData("waves", MediaKind.Audio, "flac", false, true)]
    [InlineData("waves", MediaKind.Video, "mov", false, false)]
    [InlineData("waves", MediaKind.Unknown, "bin", false, false)]
    [InlineData("merge", MediaKind.Video, "webm", false, true)]
    [InlineData("merge", MediaKind.Audio, "flac", false, true)]
    [InlineData("merge", MediaKind.Audio, "wav", false, false)]
    [InlineData("merge", MediaKind.Audio, "m4a", false, false)]
    [InlineData("merge", MediaKind.Audio, "aac", false, false)]
    [InlineData("merge", MediaKind.Audio, "wav", true, true)]
    [InlineData("merge", MediaKind.Unknown, "bin", true, false)]
    public void A_skill_takes_its_types_and_what_becomes_one_of_them(string skill, MediaKind kind, string extension, bool besideVideo, bool isTaken) =>
        Assert.Equal(isTaken, FileTypes.SkillTakes(new FakeSkills().Find(skill)!, new SniffedType(kind, extension, ""), besideVideo));

    [Theory]
    [InlineData(MediaKind.Text, "srt", "words.bin", true)]
    [InlineData(MediaKind.Text, "txt", "words.SRT", true)]
    [InlineData(MediaKind.Text, "txt", "words.vtt", true)]
    [InlineData(MediaKind.Text, "txt", "words.lrc", true)]
    [InlineData(MediaKind.Text, "txt", "words.ass", true)]
    [InlineData(MediaKind.Text, "txt", "words.ssa", true)]
    [InlineData(MediaKind.Text, "txt", "words.txt", true)]
    [InlineData(MediaKind.Text, "txt", "words.md", false)]
    [InlineData(MediaKind.Audio, "mp3", "words.srt", false)]
    public void Captions_are_told_by_content_or_name(MediaKind kind, string extension, string name, bool isCaptions) =>
        Assert.Equal(isCaptions, FileTypes.IsCaptions(new SniffedType(kind, extension, ""), name));

    [Theory]
    [InlineData("m4a", "audio/mp4")]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("mp4", "video/mp4")]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("xyz", "application/octet-stream")]
    public void What_was_converted_has_its_mime_type(string extension, string mime) => Assert.Equal(mime, FileTypes.MimeOf(extension));

    [Fact]
    public void Every_service_takes_these_types_and_some_take_captions()
    {
        Assert.Equal("mp4 mov avi webm mkv jpg jpeg png gif webp mp3 wav m4a aac", string.Join(' ', BackendTraits.MediaTypes));
        Assert.Equal("srt vtt lrc ass txt", string.Join(' ', BackendTraits.CaptionTypes));
        Assert.Equal(BackendTraits.MediaTypes, new BackendTraits { Name = "any", ChargesCredits = false }.UploadTypes);
    }
}
