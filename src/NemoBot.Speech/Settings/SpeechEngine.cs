namespace NemoBot.Speech.Settings;

/// <summary>What recognizes speech.</summary>
public enum SpeechEngine
{
    /// <summary>Whisper on this machine.</summary>
    Whisper,

    /// <summary>A program on this machine that takes the arguments of whisper-cli.</summary>
    Program,

    /// <summary>An address that takes the requests of OpenAI's transcriptions. The sound leaves this machine.</summary>
    Http,

    /// <summary>Nothing: captions come from files only.</summary>
    Off,
}
