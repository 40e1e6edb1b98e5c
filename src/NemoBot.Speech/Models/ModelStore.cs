using Microsoft.Extensions.Options;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;

namespace NemoBot.Speech.Models;

/// <summary>
/// Models in a folder. The one to use is the setting's, else the one that was installed or imported last, else the default. A file
/// is checked before it is used: its hash if it was installed here, its header always.
/// </summary>
internal sealed class ModelStore : IModelStore, IDisposable
{
    private const string ChoiceFile = "model.txt";
    private const long MaxImport = 4L * 1024 * 1024 * 1024;

    private readonly SpeechOptions _options;
    private readonly ModelCatalog _catalog;
    private readonly ModelDownload _download;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _one = new(1);

    public ModelStore(IOptions<SpeechOptions> options, TimeProvider clock)
        : this(options.Value, ModelCatalog.Published, clock)
    {
    }

    internal ModelStore(SpeechOptions options, ModelCatalog catalog, TimeProvider clock)
    {
        (_options, _catalog) = (options, catalog);
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = options.DownloadIdleTimeout }) { Timeout = Timeout.InfiniteTimeSpan };
        _download = new ModelDownload(options, _http, clock);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SpeechModel> Known => _catalog.Models;

    /// <inheritdoc/>
    public SpeechModel? Missing => Choose() is var (path, model) && model is not null && !File.Exists(path) ? model : null;

    /// <inheritdoc/>
    public async Task<string> RequireAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (path, model) = Choose();
            if (!File.Exists(path))
            {
                if (model is null || !_options.DownloadModel)
                {
                    throw new SpeechException(SpeechProblem.ModelMissing, $"{path} is missing.") { NeededBytes = model?.Size ?? 0 };
                }

                await _download.RunAsync(model, path, progress, cancellationToken).ConfigureAwait(false);
            }

            await CheckAsync(path, model, cancellationToken).ConfigureAwait(false);
            return path;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<string?> FindVoiceActivityAsync(CancellationToken cancellationToken)
    {
        var (model, path) = (_catalog.VoiceActivity, PathOf(_catalog.VoiceActivity.File));
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!File.Exists(path) && _options.DownloadModel)
            {
                await _download.RunAsync(model, path, new Progress<double>(), cancellationToken).ConfigureAwait(false);
            }

            return File.Exists(path) && await ModelSeal.HoldsAsync(path, model.Hash, cancellationToken).ConfigureAwait(false) ? path : null;
        }
        catch (SpeechException)
        {
            // The energy of the sound does instead.
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<string> InstallAsync(string name, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var model = _catalog.Find(name) ?? throw new SpeechException(SpeechProblem.ModelMissing, $"There is no model {name}.");
        var path = PathOf(model.File);
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!File.Exists(path) || !await ModelSeal.HoldsAsync(path, model.Hash, cancellationToken).ConfigureAwait(false))
            {
                await _download.RunAsync(model, path, progress, cancellationToken).ConfigureAwait(false);
            }

            await RememberAsync(model.File, cancellationToken).ConfigureAwait(false);
            return path;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<string> ImportAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > MaxImport)
        {
            throw new SpeechException(SpeechProblem.ModelMissing, $"{path} is missing or too large.");
        }

        var hash = await ModelSeal.HashAsync(path, cancellationToken).ConfigureAwait(false);
        var isVoice = hash == _catalog.VoiceActivity.Hash;
        if (!isVoice && !await ModelHeader.IsModelAsync(path, cancellationToken).ConfigureAwait(false))
        {
            throw new SpeechException(SpeechProblem.ModelBroken, $"{path} is no Whisper model.");
        }

        var known = _catalog.Models.Append(_catalog.VoiceActivity).FirstOrDefault(m => m.Hash == hash);
        var target = PathOf(known?.File ?? Path.GetFileName(path));
        Directory.CreateDirectory(_options.ModelFolder);
        if (Path.GetFullPath(path) != target)
        {
            File.Copy(path, target + ".part", overwrite: true);
            File.Move(target + ".part", target, overwrite: true);
        }

        await ModelSeal.WriteAsync(target, hash, cancellationToken).ConfigureAwait(false);
        if (!isVoice)
        {
            await RememberAsync(Path.GetFileName(target), cancellationToken).ConfigureAwait(false);
        }

        return target;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private static async Task CheckAsync(string path, SpeechModel? model, CancellationToken cancellationToken)
    {
        if (!await ModelHeader.IsModelAsync(path, cancellationToken).ConfigureAwait(false)
            || !await ModelSeal.HoldsAsync(path, model?.Hash, cancellationToken).ConfigureAwait(false))
        {
            throw new SpeechException(SpeechProblem.ModelBroken, $"{path} is damaged.");
        }
    }

    private (string Path, SpeechModel? Model) Choose()
    {
        var name = _options.Model.Trim();
        if (name.Length == 0 && File.Exists(PathOf(ChoiceFile)))
        {
            var chosen = Path.GetFileName(File.ReadAllText(PathOf(ChoiceFile)).Trim());
            name = File.Exists(PathOf(chosen)) ? PathOf(chosen) : _catalog.Find(chosen)?.Name ?? "";
        }

        var model = _catalog.Find(name.Length == 0 ? _catalog.DefaultName : Path.GetFileName(name));
        return model is not null && !File.Exists(name) ? (PathOf(model.File), model) : (Path.GetFullPath(name), model);
    }

    private Task RememberAsync(string file, CancellationToken cancellationToken) => File.WriteAllTextAsync(PathOf(ChoiceFile), file, cancellationToken);

    private string PathOf(string file) => Path.GetFullPath(Path.Combine(_options.ModelFolder, file));
}
