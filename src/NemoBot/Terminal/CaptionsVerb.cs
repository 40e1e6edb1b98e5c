using NemoBot.Hosting;
using NemoBot.Settings;
using NemoBot.Speech.Models;
using NemoBot.Speech.Recognition;

namespace NemoBot.Terminal;

/// <summary><c>captions</c>: installs the speech model by name, or from a file on machines without internet.</summary>
internal static class CaptionsVerb
{
    public const string Usage = """
        nemobot captions install [tiny|base|small]   downloads a speech model and uses it
        nemobot captions import FILE                 uses a speech model from a file
        """;

    private const string Usual = "base";
    private const int Good = 0;
    private const int BadInput = 2;
    private const int Failed = 3;

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words is not (["install"] or ["install", _] or ["import", _]))
        {
            await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
            return BadInput;
        }

        var configuration = BotConfiguration.Load();
        await using var services = new ServiceCollection().AddLogging().AddBotSpeech(configuration).BuildServiceProvider();
        var models = services.GetRequiredService<IModelStore>();
        var line = new ProgressLine(Console.Error, !Console.IsErrorRedirected, isSilent: false);
        try
        {
            var path = words[0] == "import"
                ? await models.ImportAsync(words[1], CancellationToken.None).ConfigureAwait(false)
                : await InstallAsync(models, words.Count > 1 ? words[1] : Usual, line).ConfigureAwait(false);
            line.End();
            Console.WriteLine($"Captions from speech use {path}.");
            return Good;
        }
        catch (SpeechException e)
        {
            line.End();
            await Console.Error.WriteLineAsync(Explain(e, models, words)).ConfigureAwait(false);
            return e.Problem is SpeechProblem.ModelMissing or SpeechProblem.ModelBroken ? BadInput : Failed;
        }
    }

    private static async Task<string> InstallAsync(IModelStore models, string name, ProgressLine line)
    {
        var size = models.Known.FirstOrDefault(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Size ?? 0;
        var path = await models.InstallAsync(name, new LineProgress(line, $"Downloading {name} ({Megabytes(size)} MB)"), CancellationToken.None).ConfigureAwait(false);
        await models.FindVoiceActivityAsync(CancellationToken.None).ConfigureAwait(false);
        return path;
    }

    private static string Explain(SpeechException e, IModelStore models, IReadOnlyList<string> words) => e.Problem switch
    {
        SpeechProblem.ModelMissing => $"There is no such model. Known: {string.Join(", ", models.Known.Select(m => $"{m.Name} ({Megabytes(m.Size)} MB)"))}.",
        SpeechProblem.ModelBroken => "The file is not a Whisper model (ggml), or it is damaged.",
        SpeechProblem.NoSpace => $"There is too little space on the disk: {Megabytes(e.NeededBytes)} MB are needed.",
        SpeechProblem.DownloadFailed => "The download failed. Run the command again to resume it. Without internet: fetch "
            + $"{models.Known.FirstOrDefault(m => m.Name.Equals(words.ElementAtOrDefault(1) ?? Usual, StringComparison.OrdinalIgnoreCase))?.File} elsewhere, copy it here, and use: nemobot captions import FILE",
        _ => "The model could not be installed.",
    };

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;

    private sealed class LineProgress(ProgressLine line, string text) : IProgress<double>
    {
        public void Report(double value) => line.Show(text, value);
    }
}
