namespace NemoBot.LocalNemo.Language.Words;

/// <summary>Words of Taiwan and Hong Kong, in simplified characters, with what the vocabulary calls the same; both are of one length.</summary>
internal static class RegionalWords
{
    private static readonly (string Regional, string Common)[] All =
    [
        ("解析度", "分辨率"), ("档案", "文件"), ("影档", "视频"), ("视讯", "视频"), ("音讯", "音频"), ("音档", "音频"), ("汇出", "导出"), ("萤幕", "屏幕"), ("荧幕", "屏幕"),
        ("相片", "照片"), ("字型", "字体"), ("存档", "导出"), ("预设", "默认"), ("位元率", "比特率"), ("讯号", "信号"),
    ];

    /// <summary>The text with the common words; where each stands stays the same.</summary>
    public static string Common(string simplified)
    {
        foreach (var (regional, common) in All)
        {
            if (simplified.Contains(regional, StringComparison.Ordinal))
            {
                simplified = simplified.Replace(regional, common, StringComparison.Ordinal);
            }
        }

        return simplified;
    }
}
