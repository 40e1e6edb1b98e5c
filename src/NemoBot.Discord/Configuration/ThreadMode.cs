namespace NemoBot.Discord.Configuration;

/// <summary>What <c>/make</c> in a server's channel does about threads.</summary>
public enum ThreadMode
{
    /// <summary>The button "Open a thread" is offered below the request.</summary>
    Offer,

    /// <summary>Nothing: the conversation stays in the channel.</summary>
    Off,

    /// <summary>Each request opens a thread of its own.</summary>
    Always,
}
