using NemoBot.Core.Status;

namespace NemoBot.Hosting;

/// <summary>Tells the chats, before anything is stopped, that what runs goes on after the restart.</summary>
internal sealed class StatusPause(LiveStatusFactory statuses) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => statuses.PauseAllAsync();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
