namespace NemoBot.Speech.Models;

/// <summary>The models that can be installed by name. Revisions are pinned: a file never changes under its hash.</summary>
internal sealed record ModelCatalog(IReadOnlyList<SpeechModel> Models, SpeechModel VoiceActivity, string DefaultName)
{
    private const string Whisper = "ggerganov/whisper.cpp/resolve/5359861c739e955e79d9a303bcbc70fb988958b1";

    /// <summary>Quantized models: as good as the full ones at less than half the size.</summary>
    public static ModelCatalog Published { get; } = new(
        [
            new("tiny", "ggml-tiny-q5_1.bin", Whisper, 32_152_673, "818710568da3ca15689e31a743197b520007872ff9576237bda97bd1b469c3d7"),
            new("base", "ggml-base-q5_1.bin", Whisper, 59_707_625, "422f1ae452ade6f30a004d7e5c6a43195e4433bc370bf23fac9cc591f01a8898"),
            new("small", "ggml-small-q5_1.bin", Whisper, 190_085_487, "ae85e4a935d7a567bd102fe55afc16bb595bdb618e11b2fc7591bc08120411bb"),
        ],
        new(
            "voice activity",
            "ggml-silero-v6.2.0.bin",
            "ggml-org/whisper-vad/resolve/9ffd54a1e1ee413ddf265af9913beaf518d1639b",
            885_098,
            "2aa269b785eeb53a82983a20501ddf7c1d9c48e33ab63a41391ac6c9f7fb6987"),
        "base");

    /// <summary>Finds a model by name (<c>base</c>, <c>base-q5_1</c>) or file name; null if there is none.</summary>
    public SpeechModel? Find(string name) => Models.FirstOrDefault(m =>
        m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || m.File.Equals(name, StringComparison.OrdinalIgnoreCase)
        || m.File.Equals($"ggml-{name}.bin", StringComparison.OrdinalIgnoreCase));
}
