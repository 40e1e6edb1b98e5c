using NemoBot.Core.Backend;
using NemoBot.Core.Queueing;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>
/// Every call of the store and of the platform fails once, one after the other: no request is sent twice, no status message stays in
/// progress, and the next request of the same chat works.
/// </summary>
public sealed class FaultInjectionTests
{
    private static readonly byte[] Sound = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    /// <summary>Called by other parts of the bot, or for chats that move; they have tests of their own.</summary>
    private static readonly string[] OutsideTheScenario =
    [
        "InitializeAsync", "MoveConversationAsync", "GetAccountAsync", "SaveAccountAsync", "DeleteAccountAsync", "GetCursorAsync", "SetCursorAsync",
        "GetValueAsync", "GetUnusedConversationsAsync", "AppendLogAsync", "RewriteLogAsync", "GetLogAsync", "ReadLogAsync", "ReadLogAfterAsync", "RunAsync", "PruneAsync", "RenewLeasesAsync",
        "GetDoneTurnsAsync", "GetLastTurnAsync", "GetRenderAsync", "UpdatePendingReplyAsync",
    ];

    public static TheoryData<string, int> StoreCalls => Cases(typeof(IBotStore));

    public static TheoryData<string, int> PlatformCalls => Cases(typeof(IFakeChat));

    [Theory]
    [MemberData(nameof(StoreCalls))]
    public async Task A_failed_call_of_the_store_costs_one_request_at_most(string method, int skip)
    {
        await using var chat = await StartAsync();
        chat.StoreFaults.Fail(method, new StoreException(StoreProblem.Busy, "busy"), skip);
        await RunAsync(chat);
        chat.StoreFaults.Clear();
        await AssertWorksAsync(chat);
    }

    [Theory]
    [MemberData(nameof(PlatformCalls))]
    public async Task A_failed_call_of_the_platform_costs_one_request_at_most(string method, int skip)
    {
        await using var chat = await StartAsync();
        chat.PlatformFaults.Fail(method, new InvalidOperationException("not expected"), skip);
        await RunAsync(chat);
        chat.PlatformFaults.Clear();
        await AssertWorksAsync(chat);
    }

    [Fact]
    public async Task The_scenario_calls_every_method_that_can_fail()
    {
        await using var chat = await StartAsync();
        await RunAsync(chat);
        await AssertWorksAsync(chat);
        var called = chat.StoreFaults.Called.Concat(chat.PlatformFaults.Called);
        Assert.Equal("", string.Join(", ", Methods(typeof(IBotStore)).Concat(Methods(typeof(IFakeChat))).Except(called)));
    }

    private static async Task<Chat> StartAsync()
    {
        var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromSeconds(3);
        chat.Backend.Traits = chat.Backend.Traits with { RecoveryFirstWait = TimeSpan.FromSeconds(1), RecoveryWait = TimeSpan.FromSeconds(1), RecoveryReads = 2 };
        chat.Platform.Administrators.Add("Ana");
        return chat;
    }

    /// <summary>A video, a request that waits, settings, commands, a new project, a restart in the middle of work, and the end of it all.</summary>
    private static async Task RunAsync(Chat chat)
    {
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        chat.Backend.Turn().Says("A title.").Draft(Drafts.Titled);
        chat.Backend.SubmitErrors.Enqueue(new BackendError(BackendErrorKind.DuplicateId));
        await SayAsync(chat, "make a waveform video please", ("talk.mp3", Sound));
        await SayAsync(chat, "add a title to the video");
        await AskAsync(chat, "/settings access role editors");
        await AskAsync(chat, "/timeline");
        gate.SetResult();
        await chat.Rest();
        await SayAsync(chat, "/undo");
        await AskAsync(chat, "/settings access everyone");
        await chat.Rest();
        await RestartAtWorkAsync(chat);
        await SayAsync(chat, "/new");
        await AskAsync(chat, "/forget");
        await chat.Rest();
        await AskAsync(chat, "/forget yes");
        await chat.Rest();
    }

    private static async Task RestartAtWorkAsync(Chat chat)
    {
        chat.Backend.ClearTurns();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("Never seen.").WaitsFor(gate.Task);
        await SayAsync(chat, "make it blue please");
        await chat.WaitAsync(() => chat.Backend.Posted.Contains("make it blue please") || chat.Get<ConversationQueues>().Count == 0, "the post");
        await SayAsync(chat, "/export 1");
        await chat.WaitAsync(() => chat.Get<ConversationQueues>().Snapshot(Chat.Key).All(i => i.Announced.Task.IsCompleted), "the queue");
        await chat.RestartAsync();
        gate.SetResult();
        await chat.Rest();
    }

    private static async Task AssertWorksAsync(Chat chat)
    {
        chat.Backend.ClearTurns();
        chat.Backend.SubmitErrors.Clear();
        chat.Backend.Turn().Says("It works.").Draft(Drafts.Waveform);
        await chat.User("make one more video please");
        await chat.See("It works.");
        await chat.Rest();
        var files = chat.Platform.Files.Count;
        await chat.User("/export");
        await chat.SeeFile(files + 1);
        await chat.Rest();
        Assert.Equal(chat.Backend.Posted.Distinct(), chat.Backend.Posted);
        Assert.Empty(chat.InProgress);
    }

    /// <summary>Gives a command that runs beside the queue, and waits for its answer.</summary>
    private static async Task AskAsync(Chat chat, string command)
    {
        var before = chat.Platform.Messages.Count + chat.Platform.Files.Count;
        await SayAsync(chat, command);
        await chat.WaitAsync(() => chat.Platform.Messages.Count + chat.Platform.Files.Count > before, "the answer to " + command);
    }

    /// <summary>Says something until it is taken, as a platform does that delivers a message again.</summary>
    private static async Task SayAsync(Chat chat, string text, params (string Name, byte[] Bytes)[] files)
    {
        try
        {
            await chat.User(text, "Ana", files);
        }
        catch (StoreException)
        {
            await chat.User(text, "Ana", files);
        }
    }

    private static TheoryData<string, int> Cases(Type type) => [.. Methods(type).SelectMany(m => new[] { 0, 2 }.Select(skip => (m, skip)))];

    private static IEnumerable<string> Methods(Type type) => type.GetInterfaces().Prepend(type)
        .SelectMany(t => t.GetMethods())
        .Where(FaultProxy.CanFail)
        .Select(m => m.Name)
        .Distinct()
        .Except(OutsideTheScenario)
        .Order(StringComparer.Ordinal);
}
