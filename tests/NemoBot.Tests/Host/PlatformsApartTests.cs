using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Hosting;
using NemoBot.Tests.Scenarios.Support;
using NemoBot.Tests.Storage.LiteDb;
using NSubstitute;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>A platform that cannot work does not keep the others from running.</summary>
public sealed class PlatformsApartTests
{
    [Fact]
    public async Task A_platform_whose_token_is_revoked_is_tried_again_while_the_others_run()
    {
        await using var chat = await Chat.StartAsync();
        var runs = 0;
        var forever = new TaskCompletionSource().Task;
        var broken = Named("broken", () => ++runs == 1
            ? Task.FromException(new PlatformStartException("The token of broken was revoked."))
            : forever);
        var otherRuns = new TaskCompletionSource();
        var other = Named("other", () =>
        {
            otherRuns.TrySetResult();
            return forever;
        });
        var health = chat.Get<LoopHealth>();
        using var host = new BotHost(
            new PlatformDirectory([broken, other]), chat.Sink, chat.Get<StartupRecovery>(), chat.Get<Upkeep>(), health, chat.Clock, NullLogger<BotHost>.Instance);
        await host.StartAsync(CancellationToken.None);
        await otherRuns.Task;
        await chat.WaitAsync(() => runs == 2, "the second run");
        await chat.WaitAsync(() => health.Problems["broken"] is null && health.Problems["other"] is null, "health");
        Assert.False(host.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task A_platform_that_fails_after_it_worked_for_long_is_tried_again_soon_and_its_failure_is_reported()
    {
        await using var chat = await Chat.StartAsync();
        List<TimeSpan> pauses = [];
        var failedAt = chat.Clock.GetUtcNow();
        async Task RunAsync()
        {
            pauses.Add(chat.Clock.GetUtcNow() - failedAt);
            await (pauses.Count == 6 ? Task.Delay(TimeSpan.FromMinutes(11), chat.Clock) : Task.CompletedTask);
            failedAt = chat.Clock.GetUtcNow();
            throw new InvalidOperationException("The service closed the connection.");
        }

        var log = new ListLogger<BotHost>();
        using var host = new BotHost(
            new PlatformDirectory([Named("broken", RunAsync)]), chat.Sink, chat.Get<StartupRecovery>(), chat.Get<Upkeep>(), chat.Get<LoopHealth>(), chat.Clock, log);
        await host.StartAsync(CancellationToken.None);
        await chat.Clock.AdvanceUntilAsync(() => pauses.Count == 6, TimeSpan.FromSeconds(10));
        await chat.Clock.AdvanceUntilAsync(() => pauses.Count == 7, TimeSpan.FromSeconds(10));
        Assert.True(pauses[5] > TimeSpan.FromMinutes(5));
        Assert.InRange(pauses[6], TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        Assert.Equal(2, log.Warnings.Count);
    }

    [Fact]
    public async Task Work_of_a_platform_that_does_not_answer_at_the_start_keeps_no_other_from_starting()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        var answers = new TaskCompletionSource();
        chat.Platform.LimitsGate = answers.Task;
        await chat.RestartAsync();
        var recovery = chat.Get<StartupRecovery>();
        Assert.False(recovery.TakenUpAsync(Chat.Key.Platform).IsCompleted);
        Assert.True(recovery.TakenUpAsync("other").IsCompletedSuccessfully);

        var forever = new TaskCompletionSource().Task;
        var (silentRuns, otherRuns) = (new TaskCompletionSource(), new TaskCompletionSource());
        Task Run(TaskCompletionSource runs)
        {
            runs.TrySetResult();
            return forever;
        }

        var recovered = Substitute.For<ITakeUp>();
        recovered.TakenUpAsync(Chat.Key.Platform).Returns(_ => recovery.TakenUpAsync(Chat.Key.Platform));
        var directory = new PlatformDirectory([Named(Chat.Key.Platform, () => Run(silentRuns)), Named("other", () => Run(otherRuns))]);
        using var host = new BotHost(directory, chat.Sink, recovered, chat.Get<Upkeep>(), chat.Get<LoopHealth>(), chat.Clock, NullLogger<BotHost>.Instance);
        await host.StartAsync(CancellationToken.None);
        await otherRuns.Task;
        Assert.False(silentRuns.Task.IsCompleted);
        chat.Platform.LimitsGate = null;
        answers.SetResult();
        await silentRuns.Task;
        await chat.SeeFile();
        await chat.See("Video ready");
    }

    [Fact]
    public async Task The_health_answer_names_a_platform_that_does_not_run()
    {
        await using var chat = await Chat.StartAsync();
        var health = chat.Get<LoopHealth>();
        var directory = new PlatformDirectory([Named("broken", () => Task.CompletedTask), Named("other", () => Task.CompletedTask)]);
        health.Failed("broken", "The token of broken was revoked.");
        health.Succeeded("other");
        Assert.Equal((200, true), await AskAsync(chat, health, directory));
        chat.StoreFaults.Fail("GetCursorAsync", new StoreException(StoreProblem.Busy, "busy"));
        Assert.Equal((503, true), await AskAsync(chat, health, directory));
    }

    [Fact]
    public async Task A_bot_starts_as_long_as_one_platform_can_work()
    {
        var good = Checked("good", null);
        var bad = Checked("bad", "Bad: the token is not accepted.");
        Assert.Equal(["Bad: the token is not accepted."], await StartChecks.RunAsync(Services(good, bad), CancellationToken.None));
        var refusal = await Assert.ThrowsAsync<PlatformStartException>(() => StartChecks.RunAsync(Services(bad), CancellationToken.None));
        Assert.Equal("Bad: the token is not accepted.", refusal.Message);
    }

    private static async Task<(int Status, bool NamesProblem)> AskAsync(Chat chat, LoopHealth health, PlatformDirectory directory)
    {
        var answer = await Health.AnswerAsync(chat.Store, health, directory, CancellationToken.None);
        var text = Assert.IsType<Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult>(answer);
        return (text.StatusCode ?? 200, text.ResponseContent!.Contains("broken: The token of broken was revoked.", StringComparison.Ordinal));
    }

    private static ServiceProvider Services(params IChatPlatform[] platforms) =>
        new ServiceCollection().AddSingleton<LoopHealth>().AddSingleton(new PlatformDirectory(platforms)).BuildServiceProvider();

    private static IChatPlatform Named(string name, Func<Task> run)
    {
        var platform = Substitute.For<IChatPlatform>();
        platform.Name.Returns(name);
        platform.RunAsync(default!, default).ReturnsForAnyArgs(_ => run());
        return platform;
    }

    private static IChatPlatform Checked(string name, string? problem)
    {
        var platform = Substitute.For<IChatPlatform, IStartCheck>();
        platform.Name.Returns(name);
        ((IStartCheck)platform).CheckAsync(default).ReturnsForAnyArgs(_ => problem is null ? Task.FromResult(true) : Task.FromException<bool>(new PlatformStartException(problem)));
        return platform;
    }
}
