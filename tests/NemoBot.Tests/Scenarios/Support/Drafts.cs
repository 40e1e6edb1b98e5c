namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Drafts as a backend writes them.</summary>
public static class Drafts
{
    public const string Waveform =
        """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"title":"Waveform"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"talk.mp3"}}]}],"x":1.0}""";

    /// <summary>To be made in two formats.</summary>
    public const string TwoFormats =
        """{"t":[{"tt":1,"sg":[{"d":90000,"m":{"name":"talk.mp3"}}]}],"output":{"formats":["9:16","1:1"]}}""";

    public const string Titled =
        """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"title":"Waveform"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"talk.mp3"}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams"}}]}],"x":1.0}""";

    /// <summary>A generated video without anything added.</summary>
    public const string Raw = """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"generated.mp4"}}]}]}""";

    /// <summary>The same with a song and a title.</summary>
    public const string Dressed =
        """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"generated.mp4"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"song.mp3"}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Hello"}}]}]}""";

    /// <summary>All that a generation can add, in a tall picture, faded.</summary>
    public const string Tall =
        """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"name":"generated.mp4"}}]},{"tt":1,"sg":[{"d":10000,"fadeIn":500,"m":{"name":"song.mp3"}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Hello"}}]},{"tt":4,"sg":[{"d":3000,"m":{"name":"Sparkle"}}]}],"output":{"width":1080,"height":1920}}""";

    public static string Named(string name) => name switch
    {
        "waveform" => Waveform,
        "titled" => Titled,
        "formats" => TwoFormats,
        "raw" => Raw,
        "dressed" => Dressed,
        "tall" => Tall,
        _ => """{"t":[]}""",
    };
}
