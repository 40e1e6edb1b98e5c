using System.ComponentModel.DataAnnotations;

namespace NemoBot.Speech.Settings;

/// <summary>How speech is recognized. Section <c>NemoBot:Speech</c>.</summary>
public sealed class SpeechOptions : IValidatableObject
{
    /// <summary>The section's name below <c>NemoBot</c>.</summary>
    public const string Section = "Speech";

    /// <summary>What recognizes speech.</summary>
    public SpeechEngine Engine { get; set; } = SpeechEngine.Whisper;

    /// <summary>tiny, base, small, or the path of a model file; empty: what was installed last, else base.</summary>
    public string Model { get; set; } = "";

    /// <summary>Where models are kept.</summary>
    [Required]
    public string ModelFolder { get; set; } = "./data/models";

    /// <summary>Downloads a missing model when captions are first asked for.</summary>
    public bool DownloadModel { get; set; } = true;

    /// <summary>The site that models are downloaded from, or a mirror with the same paths.</summary>
    [Required]
    [Url]
    public string Mirror { get; set; } = "https://huggingface.co";

    /// <summary>A download fails after this time without a byte.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan DownloadIdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Threads of the recognizer; 0: one less than processors, at most 4.</summary>
    [Range(0, 64)]
    public int Threads { get; set; }

    /// <summary>The recognizer is stopped after this time without a sign of life; larger models get proportionally more.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SilenceTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Memory that the recognizer may use beside twice the model's size, in bytes.</summary>
    [Range(16 * 1024 * 1024, long.MaxValue)]
    public long ExtraMemoryBytes { get; set; } = 400L * 1024 * 1024;

    /// <summary>The program for the engine Program.</summary>
    public string ProgramPath { get; set; } = "whisper-cli";

    /// <summary>The program's arguments: {model}, {sound}, {language} and {output} are replaced.</summary>
    public string ProgramArguments { get; set; } = "-m {model} -f {sound} -l {language} -ojf -of {output} -np";

    /// <summary>Longest time for the program, and for one answer of the address.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The address for the engine Http, up to and without /audio/transcriptions.</summary>
    public string HttpAddress { get; set; } = "";

    /// <summary>The address's key; empty: none is sent.</summary>
    public string HttpKey { get; set; } = "";

    /// <summary>The address's model.</summary>
    public string HttpModel { get; set; } = "whisper-1";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == SpeechEngine.Http && !(Uri.TryCreate(HttpAddress, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return new ValidationResult($"NemoBot:Speech:HttpAddress is \"{HttpAddress}\", which is not a full http or https address; the engine Http needs one, for example https://speech.example.org/v1.", [nameof(HttpAddress)]);
        }

        if (Engine == SpeechEngine.Program && string.IsNullOrWhiteSpace(ProgramPath))
        {
            yield return new ValidationResult("NemoBot:Speech:ProgramPath is needed when the engine is Program.", [nameof(ProgramPath)]);
        }
    }
}
