namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>What a check of a finished file found.</summary>
[Flags]
public enum OutputFlaws
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It does not decode.</summary>
    Unreadable = 1,

    /// <summary>Picture or sound is shorter or longer than the project.</summary>
    WrongLength = 2,

    /// <summary>The sound is missing, or clearly quieter or louder than it was mixed.</summary>
    WrongSound = 4,

    /// <summary>The sound is not where it belongs.</summary>
    OutOfSync = 8,

    /// <summary>The picture is black from start to end.</summary>
    Black = 16,

    /// <summary>The picture does not move although the sound does.</summary>
    Frozen = 32,

    /// <summary>What must not be sent. A black or frozen picture can be what the files hold.</summary>
    Broken = Unreadable | WrongLength | WrongSound | OutOfSync,
}
