using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Captioning.Transcribing;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;
using NemoBot.Speech.Models;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;
using NemoBot.Speech.Worker;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>The real way from a sound file to lines: FFmpeg, the worker process, and a tiny model that knows some twenty words.</summary>
public sealed class SpeechFixture : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Speech");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-test-");
    private readonly MediaProcesses _processes = new(Options.Create(new MediaOptions()), TimeProvider.System);
    private readonly ConcurrentBag<IDisposable> _owned = [];

    public SpeechFixture()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Fixtures, "ggml-micro.bin.gz")), CompressionMode.Decompress);
        using var model = File.Create(Model);
        packed.CopyTo(model);
    }

    /// <summary>Path of the model.</summary>
    public string Model => In("micro.bin");

    /// <summary>A path in a folder that is deleted at the end.</summary>
    public string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A sound of the fixtures.</summary>
    public static string Sound(string name) => Path.Combine(Fixtures, name);

    /// <summary>Settings that use the model and never the internet.</summary>
    public SpeechOptions Settings(string? model = null) =>
        new() { Model = model ?? Model, ModelFolder = In("models"), DownloadModel = false, Mirror = "http://127.0.0.1:9" };

    internal WhisperRecognizer Recognizer(SpeechOptions? settings = null, TimeProvider? clock = null)
    {
        var options = Options.Create(settings ?? Settings());
        var models = new ModelStore(options, TimeProvider.System);
        var recognizer = new WhisperRecognizer(models, options, clock ?? TimeProvider.System, NullLogger<WhisperRecognizer>.Instance);
        _owned.Add(models);
        _owned.Add(recognizer);
        return recognizer;
    }

    internal async Task<Transcript> TranscribeAsync(string path, string? language = null, ISpeechRecognizer? recognizer = null, IProgress<double>? progress = null)
    {
        var transcriber = new Transcriber(_processes, recognizer ?? Recognizer(), NullLogger<Transcriber>.Instance);
        return await transcriber.TranscribeAsync(ToAsset(path), language, progress ?? new Progress<double>(), TestContext.Current.CancellationToken);
    }

    internal Transcriber Transcriber(ISpeechRecognizer recognizer) => new(_processes, recognizer, NullLogger<Transcriber>.Instance);

    internal static Asset ToAsset(string path) =>
        new(Path.GetFileName(path), Path.GetFileName(path), path, new MediaFacts(MediaKind.Audio, "flac", TimeSpan.Zero, 0, 0, true, false, false, 0, "flac", null));

    /// <summary>Makes a sound with FFmpeg: 16 kHz, one channel.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        var path = In(name);
        var command = new MediaCommand(
            MediaTool.Ffmpeg, ["-hide_banner", "-loglevel", "error", "-y", .. arguments, "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", path], TimeSpan.FromMinutes(1));
        await using var process = await _processes.StartAsync(command, TestContext.Current.CancellationToken);
        await process.WaitAsync();
        return path;
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }

        _processes.Dispose();
        _folder.Delete(recursive: true);
    }
}
