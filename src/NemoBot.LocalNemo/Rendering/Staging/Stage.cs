using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Staging;

/// <summary>Everything that is prepared before the first frame.</summary>
/// <param name="Composer">Draws over the background.</param>
/// <param name="Still">The background if it does not move.</param>
/// <param name="Hears">Frames show the sound.</param>
/// <param name="OpenPictures">The background frame by frame.</param>
/// <param name="Resource">Lives as long as the stage; null: nothing.</param>
internal sealed record Stage(
    FrameComposer Composer, Frame? Still, bool Hears, Func<CancellationToken, IPictureSource> OpenPictures, IAsyncDisposable? Resource) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Resource?.DisposeAsync() ?? ValueTask.CompletedTask;
}
