namespace NemoBot.Maintenance;

/// <summary>What carries out the requests of the command line.</summary>
internal static class MaintenanceServices
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services) =>
        services.AddSingleton<TurnExplanation>().AddSingleton<MaintenanceRunner>();
}
