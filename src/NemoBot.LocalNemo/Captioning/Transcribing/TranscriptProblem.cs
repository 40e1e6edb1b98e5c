namespace NemoBot.LocalNemo.Captioning.Transcribing;

/// <summary>Why there are no caption lines.</summary>
public enum TranscriptProblem
{
    /// <summary>Nobody speaks, or nothing was understood: music, silence.</summary>
    NoSpeech,

    /// <summary>Speech recognition is switched off.</summary>
    Off,

    /// <summary>The model is not installed and may not be downloaded.</summary>
    ModelMissing,

    /// <summary>The model could not be downloaded.</summary>
    DownloadFailed,

    /// <summary>There is too little space for the model.</summary>
    NoSpace,

    /// <summary>The model file is damaged.</summary>
    ModelBroken,

    /// <summary>This machine cannot run the recognizer.</summary>
    Unsupported,

    /// <summary>There is too little memory.</summary>
    OutOfMemory,

    /// <summary>The recognizer crashed, hung, or failed.</summary>
    Failed,
}
