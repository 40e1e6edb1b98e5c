namespace NemoBot.Bench.Whole;

/// <summary>Many people in one chat service, each in a place of their own.</summary>
internal interface ICrowd : IAsyncDisposable
{
    /// <summary>What the bot needs to talk to them.</summary>
    Dictionary<string, string> Settings { get; }

    /// <summary>The bot listens.</summary>
    bool IsReady { get; }

    /// <summary>Somebody says something in their place, from 0 on.</summary>
    void Say(int place, string text);

    /// <summary>What stands in a place now: texts without files, and files.</summary>
    (IReadOnlyList<string> Texts, int Files) Look(int place);

    /// <summary>Cuts the connection that the bot hears through.</summary>
    void Cut();

    /// <summary>What the service had to complain about.</summary>
    IEnumerable<string> Complaints { get; }
}
