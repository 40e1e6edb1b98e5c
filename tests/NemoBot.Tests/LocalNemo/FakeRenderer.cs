using System.Collections.Concurrent;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Writes a small file instead of a video; can be held and can fail.</summary>
internal sealed class FakeRenderer : IProjectRenderer
{
    public static readonly byte[] Video = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    /// <summary>What looks odd in its file.</summary>
    public OutputFlaws Doubts { get; set; }

    private TaskCompletionSource _gate = Open();

    /// <summary>What it says about the sound.</summary>
    public MixReport Mix { get; set; } = new(-20, -16, -1, -16, new Dictionary<string, SoundProblems>());

    /// <summary>What was rendered, in order.</summary>
    public ConcurrentQueue<Project> Projects { get; } = new();

    /// <summary>Signals each start.</summary>
    public SemaphoreSlim Started { get; } = new(0);

    /// <summary>Renders that were cancelled while they ran.</summary>
    public int Cancelled => _cancelled;

    private int _cancelled;

    /// <summary>Thrown instead of rendering.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How often it is thrown.</summary>
    public int Failures { get; set; } = int.MaxValue;

    /// <summary>Renders wait from now on.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>They go on.</summary>
    public void Release() => _gate.TrySetResult();

    public async Task<RenderResult> RenderAsync(Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Projects.Enqueue(project);
        Started.Release();
        progress?.Report(0.5);
        Assert.Empty(Directory.EnumerateFileSystemEntries(workFolder));
        await File.WriteAllTextAsync(Path.Combine(workFolder, "scratch"), "x", cancellationToken);
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }

        if (Failure is { } failure && Failures-- > 0)
        {
            throw failure;
        }

        await File.WriteAllBytesAsync(target, Video, cancellationToken);
        return new RenderResult(Mix, Doubts);
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }
}
