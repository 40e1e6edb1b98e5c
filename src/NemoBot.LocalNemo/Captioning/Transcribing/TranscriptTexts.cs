namespace NemoBot.LocalNemo.Captioning.Transcribing;

/// <summary>What users read when there are no captions.</summary>
internal static class TranscriptTexts
{
    public static string Explain(TranscriptProblem problem, int megabytes, bool chinese) => chinese ? InChinese(problem, megabytes) : InEnglish(problem, megabytes);

    private static string InEnglish(TranscriptProblem problem, int megabytes) => problem switch
    {
        TranscriptProblem.NoSpeech => "I found no speech in the sound, so there are no captions. If it is a song, send me the lyrics (.lrc, .srt or pasted lines) and I will show those.",
        TranscriptProblem.Off => "Captions from speech are switched off here. Send me a subtitle or lyrics file (.srt, .vtt, .lrc or .ass), or paste the lines.",
        TranscriptProblem.ModelMissing => $"Captions from speech need a speech model ({Size(megabytes, "60 MB")}) that is not installed here. Whoever runs this bot can install it with \"nemobot captions install\". Meanwhile you can send a subtitle or lyrics file.",
        TranscriptProblem.DownloadFailed => $"The speech model ({Size(megabytes, "60 MB")}) could not be downloaded. Please try again later; the download resumes. Without internet, whoever runs this bot can use \"nemobot captions import FILE\".",
        TranscriptProblem.NoSpace => $"There is too little space on the disk for the speech model ({Size(megabytes, "60 MB")}).",
        TranscriptProblem.ModelBroken => "The speech model is damaged. Whoever runs this bot can install it again with \"nemobot captions install\".",
        TranscriptProblem.Unsupported => "Captions from speech cannot run on this machine. Send me a subtitle or lyrics file (.srt, .vtt, .lrc or .ass) instead.",
        TranscriptProblem.OutOfMemory => "There was too little memory for captions from speech. Please try again later, or send a subtitle file.",
        _ => "Captions from speech did not work this time. Please try again, or send a subtitle file.",
    };

    private static string InChinese(TranscriptProblem problem, int megabytes) => problem switch
    {
        TranscriptProblem.NoSpeech => "声音里没有听到说话，所以没有字幕。如果是歌曲，请把歌词发给我（.lrc、.srt 文件或直接粘贴），我来显示。",
        TranscriptProblem.Off => "这里没有开启语音字幕。请发送字幕或歌词文件（.srt、.vtt、.lrc 或 .ass），或者直接粘贴文字。",
        TranscriptProblem.ModelMissing => $"语音字幕需要语音模型（{Size(megabytes, "60 MB")}），这里还没有安装。管理员可以运行 \"nemobot captions install\" 来安装。您也可以先发送字幕或歌词文件。",
        TranscriptProblem.DownloadFailed => $"语音模型（{Size(megabytes, "60 MB")}）下载失败，请稍后再试，会接着上次的进度下载。没有网络时，管理员可以使用 \"nemobot captions import 文件\"。",
        TranscriptProblem.NoSpace => $"磁盘空间不足，放不下语音模型（{Size(megabytes, "60 MB")}）。",
        TranscriptProblem.ModelBroken => "语音模型已损坏。管理员可以运行 \"nemobot captions install\" 重新安装。",
        TranscriptProblem.Unsupported => "这台机器无法生成语音字幕。请改为发送字幕或歌词文件（.srt、.vtt、.lrc 或 .ass）。",
        TranscriptProblem.OutOfMemory => "内存不足，无法生成语音字幕。请稍后再试，或发送字幕文件。",
        _ => "这次没能生成语音字幕。请再试一次，或发送字幕文件。",
    };

    private static string Size(int megabytes, string usual) => megabytes > 0 ? $"{megabytes} MB" : usual;
}
