namespace NemoBot.Speech.Recognition;

/// <summary>Why recognition failed.</summary>
public enum SpeechProblem
{
    /// <summary>It is switched off.</summary>
    Off,

    /// <summary>The model is not installed and may not be downloaded.</summary>
    ModelMissing,

    /// <summary>The model could not be downloaded.</summary>
    DownloadFailed,

    /// <summary>There is too little space for the model.</summary>
    NoSpace,

    /// <summary>The model file is damaged, or no model.</summary>
    ModelBroken,

    /// <summary>This machine cannot run the recognizer: the processor lacks AVX2, or a library is missing.</summary>
    Unsupported,

    /// <summary>There is too little memory.</summary>
    OutOfMemory,

    /// <summary>The recognizer crashed.</summary>
    Crashed,

    /// <summary>The recognizer stopped responding.</summary>
    TimedOut,

    /// <summary>The program or the address refused or failed.</summary>
    Failed,
}
