using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>A video or an animated picture behind everything, repeated to the end.</summary>
internal sealed class LoopPictures(MediaProcesses processes, Project project, Asset asset, Scrim? scrim, CancellationToken cancellationToken) : IPictureSource
{
    private readonly ClipReader _reader = new(
        processes, project.Canvas, project.Background, new Clip(asset, TimeSpan.Zero, project.Duration) { Loops = true }, cancellationToken);

    public async Task NextAsync(Frame frame)
    {
        await _reader.NextAsync(frame).ConfigureAwait(false);
        scrim?.Draw(frame);
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();
}
