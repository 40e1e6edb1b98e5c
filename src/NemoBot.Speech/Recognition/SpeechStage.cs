namespace NemoBot.Speech.Recognition;

/// <summary>What recognition is busy with.</summary>
public enum SpeechStage
{
    /// <summary>Another recognition runs first.</summary>
    Waiting,

    /// <summary>The model is downloaded.</summary>
    Downloading,

    /// <summary>The sound is recognized.</summary>
    Listening,
}
