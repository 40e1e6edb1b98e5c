namespace NemoBot.Discord;

/// <summary>
/// Who the bot is. Asked for at the start; where REST does not tell, the first session does, and nobody can have been spoken to before it.
/// </summary>
internal sealed class OwnIdentity
{
    private readonly TaskCompletionSource _registrable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot's user id; empty until it is known.</summary>
    public string User { get; private set; } = "";

    /// <summary>The application's id; empty until it is known.</summary>
    public string Application { get; private set; } = "";

    /// <summary>Ends when the application is known, so that commands can be registered.</summary>
    public Task Registrable => _registrable.Task;

    /// <summary>Takes over what is new.</summary>
    public void Learn(string? user, string? application)
    {
        User = User.Length > 0 ? User : user ?? "";
        Application = Application.Length > 0 ? Application : application ?? "";
        if (Application.Length > 0)
        {
            _registrable.TrySetResult();
        }
    }
}
