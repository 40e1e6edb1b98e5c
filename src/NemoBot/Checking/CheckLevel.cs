namespace NemoBot.Checking;

/// <summary>How serious a finding is.</summary>
internal enum CheckLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The bot works, with a restriction.</summary>
    Warn,

    /// <summary>Something that is configured does not work.</summary>
    Fail,
}
