using System.Collections.Concurrent;
using System.Diagnostics;
using NemoBot.Core.Telemetry;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Telemetry;

/// <summary>One trace follows a message from the platform to the video, behind the queue and over a restart.</summary>
public sealed class TraceTests : IDisposable
{
    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly Activity _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BotTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task Upload_stream_render_and_delivery_hang_below_the_message()
    {
        _root.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Fine.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video of this recording", files: ("talk.mp3", Mp3));
        await chat.See("✅ Video ready!");
        await chat.WaitAsync(() => _spans.Any(s => s.OperationName == "render"), "the render's span");

        Assert.Equal(["message", "turn", "upload", "stream", "delivery", "render"], Ours());
        Assert.Equal(_root.SpanId, Span("message").ParentSpanId);
        Assert.Equal(Span("message").SpanId, Span("turn").ParentSpanId);
        Assert.All((string[])["upload", "stream", "render"], name => Assert.Equal(Span("turn").SpanId, Span(name).ParentSpanId));
        Assert.Equal(Span("render").SpanId, Span("delivery").ParentSpanId);
        Assert.Equal("fake", Span("turn").GetTagItem("platform"));
        Assert.DoesNotContain(_spans.SelectMany(s => s.TagObjects), t => t.Value is string text && text.Contains("waveform", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_render_that_a_restart_takes_up_stays_in_the_trace()
    {
        _root.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("Fine.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video of it please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count > 0, "the render");
        Activity.Current = null;
        await chat.RestartAsync();
        await chat.SeeFile();
        await chat.WaitAsync(() => _spans.Any(s => s.OperationName == "delivery"), "the delivery's span");
        Assert.All(_spans, s => Assert.Equal(_root.TraceId, s.TraceId));
    }

    private Activity Span(string name) => _spans.Last(s => s.OperationName == name);

    private List<string> Ours() => [.. _spans.OrderBy(s => Array.IndexOf(["message", "turn", "upload", "stream", "delivery", "render"], s.OperationName)).Select(s => s.OperationName)];
}
