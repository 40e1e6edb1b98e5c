using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>The same background for every frame.</summary>
internal sealed class StillPictures(Frame still) : IPictureSource
{
    public Task NextAsync(Frame frame)
    {
        frame.CopyFrom(still, still.All);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
