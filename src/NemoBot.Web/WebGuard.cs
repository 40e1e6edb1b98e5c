using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Web.Security;

namespace NemoBot.Web;

/// <summary>Protects pages for the operator with the web chat's access rules.</summary>
public static class WebGuard
{
    /// <summary>
    /// Serves the route to programs on this machine, and to others only with the web chat's access token. Needs <c>AddWebChat</c>.
    /// </summary>
    /// <param name="route">The route to protect.</param>
    public static RouteHandlerBuilder RequireLocalOrToken(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<RequestGate>().TryAdmitAsync(context.HttpContext)
            ? await next(context)
            : Results.Empty);
}
