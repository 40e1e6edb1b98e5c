namespace NemoBot.Discord.Configuration;

/// <summary>What <c>/make</c> in a server's channel does about threads.</summary>
public enum ThreadMode
{
    /// <summary>Offers the button "Open a thread" below the request.</summary>
    Offer,

    /// <summary>The conversation stays in the channel.</summary>
    Off,

    /// <summary>Opens a thread for each request.</summary>
    Always,
}
