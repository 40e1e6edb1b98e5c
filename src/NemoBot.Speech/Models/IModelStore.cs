namespace NemoBot.Speech.Models;

/// <summary>The installed models.</summary>
public interface IModelStore
{
    /// <summary>The models that can be installed by name.</summary>
    IReadOnlyList<SpeechModel> Known { get; }

    /// <summary>The model that would be downloaded now; null if the one to use is installed.</summary>
    SpeechModel? Missing { get; }

    /// <summary>Gives the path of the model to use; downloads it if that is allowed.</summary>
    /// <exception cref="Recognition.SpeechException">There is none.</exception>
    Task<string> RequireAsync(IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Gives the path of the voice activity model; null if it is not there and cannot be downloaded.</summary>
    Task<string?> FindVoiceActivityAsync(CancellationToken cancellationToken);

    /// <summary>Downloads a model by name and uses it from now on.</summary>
    Task<string> InstallAsync(string name, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Copies a model file into the store and uses it from now on.</summary>
    Task<string> ImportAsync(string path, CancellationToken cancellationToken);
}
