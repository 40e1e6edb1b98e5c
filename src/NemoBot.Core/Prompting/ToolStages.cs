namespace NemoBot.Core.Prompting;

/// <summary>Names of tools that mean something to people; the names themselves are never shown.</summary>
internal static class ToolStages
{
    private static readonly (string Part, string Key)[] Known =
    [
        ("generate_video", "stage.generating"),
        ("generate_image", "stage.image"),
        ("bgm", "stage.music"),
        ("music", "stage.music"),
        ("caption", "stage.titles"),
        ("subtitle", "stage.titles"),
        ("title", "stage.titles"),
        ("effect", "stage.effects"),
        ("transition", "stage.effects"),
        ("voice", "stage.voice"),
        ("tts", "stage.voice"),
        ("analy", "stage.analysing"),
    ];

    /// <summary>The text's key for what a tool does.</summary>
    public static string KeyOf(string tool)
    {
        foreach (var (part, key) in Known)
        {
            if (tool.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return key;
            }
        }

        return "stage.editing";
    }

    /// <summary>True for tools that make a video from nothing, which takes minutes.</summary>
    public static bool Generates(string tool) => KeyOf(tool) == "stage.generating";
}
