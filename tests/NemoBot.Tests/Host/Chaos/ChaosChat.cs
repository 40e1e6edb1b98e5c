namespace NemoBot.Tests.Host.Chaos;

/// <summary>One chat on one platform: what was said in it and what the bot answered.</summary>
internal abstract class ChaosChat(string name)
{
    public string Name => name;

    /// <summary>The requests that were accepted.</summary>
    public List<string> Tags { get; } = [];

    /// <summary>Sends a request with a recording. Returns once it is on its way; a client sends it again if it was not acknowledged.</summary>
    public abstract Task SayAsync(string text, string tag);

    /// <summary>Sends again what was not acknowledged before the kill.</summary>
    public virtual Task SayAgainAsync() => Task.CompletedTask;

    /// <summary>Whether the platform can tell that a message is posted for the second time: then nothing may be there twice.</summary>
    public virtual bool RecognizesRepeats => true;

    public abstract Task<IReadOnlyList<ChaosReply>> ReadAsync();
}
