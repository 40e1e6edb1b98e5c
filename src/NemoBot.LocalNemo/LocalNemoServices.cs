using Microsoft.Extensions.DependencyInjection.Extensions;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Captioning.Transcribing;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;

namespace NemoBot.LocalNemo;

/// <summary>Wires the embedded backend up. It needs what <c>AddMedia</c> registers.</summary>
public static class LocalNemoServices
{
    /// <summary>Registers the settings, the renderer and <see cref="EmbeddedBackend"/>, which starts the server with them.</summary>
    /// <param name="services">Where.</param>
    /// <param name="section">The section <c>NemoBot:LocalNemo</c>.</param>
    public static IServiceCollection AddLocalNemo(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<LocalNemoOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ISoundAnalyzer, SoundAnalyzer>();
        services.TryAddSingleton<IProjectRenderer, ProjectRenderer>();
        services.TryAddSingleton(s => new EmbeddedBackend(s));
        services.TryAddSingleton<ICaptionReader, CaptionReader>();
        services.TryAddSingleton<IFontCoverage>(s => new FontCoverage(s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ITranscriber, Transcriber>();
        services.TryAddSingleton<CaptionTools>();
        return services;
    }
}
