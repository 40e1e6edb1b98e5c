using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Gives the background of frame after frame.</summary>
internal interface IPictureSource : IAsyncDisposable
{
    /// <summary>Overwrites the frame with the next background.</summary>
    Task NextAsync(Frame frame);
}
