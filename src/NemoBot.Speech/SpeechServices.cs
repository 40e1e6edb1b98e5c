using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Models;
using NemoBot.Speech.Programs;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Remote;
using NemoBot.Speech.Settings;
using NemoBot.Speech.Worker;

namespace NemoBot.Speech;

/// <summary>Wires speech recognition up.</summary>
public static class SpeechServices
{
    /// <summary>Registers <see cref="ISpeechRecognizer"/> and <see cref="IModelStore"/>.</summary>
    /// <param name="services">Where.</param>
    /// <param name="section">The section <c>NemoBot:Speech</c>.</param>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SpeechOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IModelStore>(s => new ModelStore(s.GetRequiredService<IOptions<SpeechOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(Create);
        return services;
    }

    private static ISpeechRecognizer Create(IServiceProvider services) => services.GetRequiredService<IOptions<SpeechOptions>>().Value.Engine switch
    {
        SpeechEngine.Whisper => ActivatorUtilities.CreateInstance<WhisperRecognizer>(services),
        SpeechEngine.Program => ActivatorUtilities.CreateInstance<ProgramRecognizer>(services),
        SpeechEngine.Http => ActivatorUtilities.CreateInstance<HttpRecognizer>(services),
        _ => new NoRecognizer(),
    };
}
