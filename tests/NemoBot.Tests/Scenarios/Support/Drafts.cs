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
}
