using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Skills;

namespace NemoBot.Nemo;

/// <summary>Registers the client of the video service.</summary>
public static class NemoServices
{
    /// <summary>Adds <see cref="NemoOptions"/>, <see cref="ISkillCatalog"/> and <see cref="NemoBackendFactory"/>.</summary>
    /// <param name="services">Needs an account store, a secret protector, a clock and logging.</param>
    /// <param name="section"><c>NemoBot:Nemo</c>.</param>
    /// <param name="root">Holds <c>NEMO_TOKEN</c> and the like.</param>
    public static IServiceCollection AddNemo(this IServiceCollection services, IConfiguration section, IConfiguration root)
    {
        services.AddOptions<NemoOptions>()
            .Configure(options =>
            {
                section.Bind(options);
                options.Read(section, root);
            })
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<NemoOptions>, NemoOptionsValidator>();
        services.AddSingleton<ISkillCatalog, SkillCatalog>();
        services.AddSingleton<NemoBackendFactory>();
        return services;
    }
}
