using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Rendering;

/// <summary>Finds the address at which people get a video that a chat does not take whole.</summary>
internal sealed partial class FullFileLinks(IEnumerable<IFileShare> shares, ILogger<FullFileLinks> logger)
{
    /// <returns>Null if there is no such address. A share that fails counts as none: the words about the video matter more.</returns>
    public async Task<Uri?> FindAsync(VideoDeliveryRequest request, CancellationToken cancellationToken)
    {
        var name = $"{request.Name}.{FinishedFile.TypeOf(request.Path).Extension}";
        foreach (var share in shares)
        {
            try
            {
                if (await share.ShareAsync(request.Path, name, cancellationToken).ConfigureAwait(false) is { } address)
                {
                    return address;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotShared(logger, exception);
            }
        }

        return request.FullFile;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A video could not be put behind a link.")]
    private static partial void LogNotShared(ILogger logger, Exception exception);
}
