namespace NemoBot.Speech.Recognition;

/// <summary>How far recognition is.</summary>
/// <param name="Stage">What it is busy with.</param>
/// <param name="Share">0 to 1, of this stage.</param>
/// <param name="TotalBytes">Size of the download; 0 in other stages.</param>
public readonly record struct SpeechProgress(SpeechStage Stage, double Share, long TotalBytes = 0);
