namespace NemoBot.Discord.Gateway;

/// <summary>
/// Who the bot is. Queried over REST at the start; a proxy that does not forward those calls is made up for by READY, which precedes
/// every event.
/// </summary>
internal sealed class BotIdentity
{
    private readonly TaskCompletionSource _applicationKnown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot's user id; empty until it is known.</summary>
    public string User { get; private set; } = "";

    /// <summary>The application's id; empty until it is known.</summary>
    public string Application { get; private set; } = "";

    /// <summary>True if the gateway sends the content of all messages.</summary>
    public bool ReadsContent { get; set; }

    /// <summary>Completes when the application's id is known, so that commands can be registered.</summary>
    public Task ApplicationKnown => _applicationKnown.Task;

    /// <summary>Fills in what is not known yet.</summary>
    public void Update(string? user, string? application)
    {
        User = User.Length > 0 ? User : user ?? "";
        Application = Application.Length > 0 ? Application : application ?? "";
        if (Application.Length > 0)
        {
            _applicationKnown.TrySetResult();
        }
    }
}
