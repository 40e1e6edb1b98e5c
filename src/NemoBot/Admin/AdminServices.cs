using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>Registers what the admin page shows.</summary>
internal static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<RecentErrors>()
        .AddSingleton<ILoggerProvider>(s => s.GetRequiredService<RecentErrors>())
        .AddSingleton<DiskUsage>()
        .AddSingleton<BackendHealth>()
        .AddSingleton<AdminHealth>()
        .AddSingleton<AdminWorkList>()
        .AddSingleton<AdminPairing>()
        .AddSingleton<AdminBackup>()
        .AddSingleton<IAdminBoard, AdminBoard>();
}
