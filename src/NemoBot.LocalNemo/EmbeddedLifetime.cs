namespace NemoBot.LocalNemo;

/// <summary>Lets the program that the server runs in decide when it ends: the usual lifetime would answer the same signals by itself.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
