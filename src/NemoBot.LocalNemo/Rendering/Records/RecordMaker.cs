using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Records;

/// <summary>Makes a record of a picture: black grooves on the background, and the art that turns in them.</summary>
internal sealed class RecordMaker(MediaProcesses processes)
{
    /// <summary>Part of the record's radius that the art takes.</summary>
    private const double ArtShare = 0.7;
    private const double HoleShare = 0.018;
    private const double RimShare = 0.03;

    /// <param name="project">What is rendered.</param>
    /// <param name="card">Where the record goes.</param>
    /// <param name="still">The background; the grooves are painted on it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Record> MakeAsync(Project project, CardZone card, Frame still, CancellationToken cancellationToken)
    {
        var side = Math.Max(4, (int)(card.Width * ArtShare) & ~1);
        var art = new Frame(side, side);
        var graph = new PictureGraph(new Canvas(side, side, project.Canvas.FrameRate), Rgb.Ink, project.Background.Focus).Describe(PictureFit.Crop, card, blurs: false);
        await new PictureLoader(processes).ReadAsync(project.Background.Asset!, project.Background.Look, graph, art, [], cancellationToken).ConfigureAwait(false);
        Groove.Paint(still, card.CenterX, card.CenterY, card.Width / 2.0, side / 2.0);
        Groove.PaintHole(art, side * RimShare, side * HoleShare);
        return new Record(art, (int)(card.CenterX - (side / 2.0)) & ~1, (int)(card.CenterY - (side / 2.0)) & ~1);
    }
}
