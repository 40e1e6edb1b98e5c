using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Web.Pages;
using NemoBot.Web.Security;

namespace NemoBot.Web.Admin;

/// <summary>Maps the admin page, if an admin token is set. It needs no sign-in to the chat; the chat's checks of host and origin apply.</summary>
public static class AdminPage
{
    /// <summary>Needs <c>AddWebChat</c> and an <see cref="IAdminBoard"/>.</summary>
    public static void MapAdminPage(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        if (services.GetRequiredService<AdminCheck>().IsOff)
        {
            return;
        }

        var gate = services.GetRequiredService<RequestGate>();
        var admin = services.GetRequiredService<AdminEndpoint>();
        routes.MapMethods("/admin", [HttpMethods.Get, HttpMethods.Head], gate.Open(services.GetRequiredService<PageEndpoint>().ServeAdminAsync));
        routes.MapPost("/api/admin/session", gate.Open(admin.SignInAsync));
        routes.MapGet("/api/admin/state", gate.Open(admin.StateAsync));
        routes.MapPost("/api/admin/turns/{turn}/cancel", gate.Open(admin.CancelAsync));
        routes.MapPost("/api/admin/pairing", gate.Open(admin.PairAsync));
        routes.MapPost("/api/admin/backup", gate.Open(admin.BackupAsync));
    }
}
