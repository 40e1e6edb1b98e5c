using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>What people say and what becomes of the project: the first words with files.</summary>
internal static class FirstUtterances
{
    /// <summary>The situation, the words, the project afterwards (see <see cref="UtteranceTests"/> for the short forms).</summary>
    public static TheoryData<string, string, string> All { get; } = new()
    {
        { "new", "convert my audio file into a video with a waveform visualizer and background image, title 'Morning Show'", "~ | plain | talk.mp3 0+60 | 'Morning Show' white 0.1 Middle 0- in0 out0" },
        { "new", "convert my audio file into a video with animated visuals and captions", "~ | None auto Bottom | Gradient #1e1b4b>#0f766e | talk.mp3 0+60 | scene Auto" },
        { "new", "convert my audio file into a video with a waveform visualizer and background image", "~ | plain | talk.mp3 0+60" },
        { "new", "generate a music video with visuals that match the beat and mood of this song", "~ | None auto Bottom | Gradient #1e1b4b>#0f766e | talk.mp3 0+60 | scene Auto" },
        { "new", "waveform video, 9:16", "1080x1920@30 | plain | talk.mp3 0+60" },
        { "new", "把我的音频做成视频，带波形和背景图片，标题“早安”", "~ | plain | talk.mp3 0+60 | '早安' white 0.1 Middle 0- in0 out0" },
        { "new", "把音频转换成带频谱动画的视频，竖屏", "1080x1920@30 | Spectrum auto Bottom | Gradient #1e1b4b>#0f766e | talk.mp3 0+60" },
        { "new", "make a vertical video with a red line waveform on a black background and the title \"Hello World\" at the top", "1080x1920@30 | Line red Bottom | Color black | talk.mp3 0+60 | 'Hello World' white 0.1 Top 0- in0 out0" },
        { "new", "做一个蓝色到紫色渐变背景的波形视频，标题写着《我的播客》，白色，在上方", "~ | Bars auto Bottom | Gradient blue>purple | talk.mp3 0+60 | '我的播客' white 0.1 Top 0- in0 out0" },
        { "new", "square video, spectrum in gold, gradient from blue to purple, fade in 2s, fade out 3 s", "1080x1080@30 | Spectrum gold Bottom | Gradient blue>purple | talk.mp3 0+60 | volume 1 | fades 2 3" },
        { "new", "I want a podcast video with yellow waveform bars, a dark blue background, the title \"Episode 12\" at the top in white and 1:1 format", "1080x1080@30 | Bars yellow Bottom | Color dark blue | talk.mp3 0+60 | 'Episode 12' white 0.1 Top 0- in0 out0" },
        { "new", "Please create a video: background #222222; waveform: line; title “Hallo Welt” (bottom, red, small); fade in 1 s", "~ | Line auto Bottom | Color #222222 | talk.mp3 0+60 | 'Hallo Welt' red 0.06 Bottom 0- in1 out0" },
        { "new", "Title \"A\" at the top and \"B\" at the bottom", "~ | plain | talk.mp3 0+60 | 'A' white 0.1 Top 0- in0 out0 | 'B' white 0.1 Bottom 0- in0 out0" },
        { "new", "can you turn this mp3 into a video for TikTok?", "1080x1920@30 | plain | talk.mp3 0+60" },
        { "new", "title Morning Show", "~ | plain | talk.mp3 0+60 | 'Morning Show' white 0.1 Middle 0- in0 out0" },
        { "new", "make a video with the title My Great Podcast in blue", "~ | plain | talk.mp3 0+60 | 'My Great Podcast' blue 0.1 Middle 0- in0 out0" },
        { "new", "标题为早安世界", "~ | plain | talk.mp3 0+60 | '早安世界' white 0.1 Middle 0- in0 out0" },
        { "new", "make a 30 second video with a spectrum", "~ | Spectrum auto Bottom | Gradient #1e1b4b>#0f766e | talk.mp3 0+30" },
        { "newcover", "convert my audio file into a video with a waveform visualizer and background image", "~ | Bars auto Bottom | Cover talk.mp3 | talk.mp3 0+60" },
        { "newimg", "use the image as background, bars at the top", "~ | Bars auto Top | Image cover.jpg | talk.mp3 0+60" },
        { "two", "make a video of my talk with background music at 15%", "~ | plain | talk.mp3 0+60 | music song.mp3 0.15" },
        { "two", "make a video", "~ | plain | talk.mp3 0+60 | music song.mp3 0.2" },
        { "two", "join both files one after the other", "~ | plain | talk.mp3 0+60 | song.mp3 0+90" },
        { "new", "把我的音频转成带动态画面和字幕的视频", "~ | None auto Bottom | Gradient #1e1b4b>#0f766e | talk.mp3 0+60 | scene Auto" },
        { "photos", "make a slideshow of these photos", "~ | None auto Bottom | Cover talk.mp3 | talk.mp3 0+60" },
        { "photos", "slideshow of these photos with a waveform", "~ | Bars auto Bottom | Cover talk.mp3 | talk.mp3 0+60" },
        { "merge", "merge this audio and video into a single MP4 file", "1920x1080@25 | None auto Bottom | Video | clip.mp4 0+20 | voice song.mp3 0+20" },
        { "merge", "把音频和视频合并成一个MP4", "1920x1080@25 | None auto Bottom | Video | clip.mp4 0+20 | voice song.mp3 0+20" },
        { "merge", "add this music to the video at 30%", "1920x1080@25 | None auto Bottom | Video | clip.mp4 0+20 | music song.mp3 0.3" },
        { "merge", "combine them", "1920x1080@25 | None auto Bottom | Video | clip.mp4 0+20 | voice song.mp3 0+20" },
        { "merge", "用这个音频替换视频的声音", "1920x1080@25 | None auto Bottom | Video | clip.mp4 0+20 | voice song.mp3 0+20" },
        { "merge", "add title 'Party' and 9:16", "1080x1920@25 | None auto Bottom | Video | clip.mp4 0+20 | voice song.mp3 0+20 | 'Party' white 0.1 Middle 0- in0 out0" },
    };
}
