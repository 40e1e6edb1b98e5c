using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Writes what is laid over the background: slides, logos, titles, captions.</summary>
internal sealed class OverlayWriter(DraftJson json, DraftLabels labels, long total)
{
    public void WriteSlides(IReadOnlyList<Slide> slides)
    {
        json.BeginTrack(DraftKeys.VideoTrack, DraftKeys.SlideRole, labels.Slides);
        json.BeginSegments();
        foreach (var slide in slides)
        {
            var start = DraftText.Milliseconds(slide.Start);
            json.BeginSegment(start, DraftText.Milliseconds(slide.Start + slide.Length) - start, slide.Asset);
            json.BeginMetadata();
            json.Text(DraftKeys.Title, slide.Asset.Name);
            json.WordUnless(DraftKeys.Motion, slide.Motion, Motion.None);
            json.Time(DraftKeys.Crossfade, slide.Crossfade);
            json.Time(DraftKeys.OwnLength, slide.OwnLength ?? TimeSpan.Zero);
            json.EndSegment();
        }

        json.EndTrack();
    }

    public void WriteOverlay(Overlay overlay)
    {
        json.BeginTrack(DraftKeys.VideoTrack, DraftKeys.OverlayRole, labels.Overlay);
        json.BeginSegments();
        BeginTimed(overlay.Start, overlay.End, overlay.Asset);
        json.Text(DraftKeys.Title, overlay.Asset.Name);
        json.Word(DraftKeys.Corner, overlay.Corner);
        json.Text(DraftKeys.Size, DraftText.Percent(overlay.Size));
        json.Text(DraftKeys.Margin, DraftText.Percent(overlay.Margin));
        json.Number(DraftKeys.Opacity, overlay.Opacity, 1);
        json.EndSegment();
        json.EndTrack();
    }

    public void WriteTitle(Title title)
    {
        json.BeginTrack(DraftKeys.TextTrack, DraftKeys.TitleRole, labels.Title);
        json.BeginSegments();
        BeginTimed(title.Start, title.End, null);
        json.Text(DraftKeys.Text, title.Text);
        json.Text(DraftKeys.Color, Palette.NameOf(title.Color));
        json.Text(DraftKeys.Size, DraftText.Percent(title.Size));
        json.Word(DraftKeys.Position, title.Place);
        json.WordUnless(DraftKeys.Side, title.Side, HorizontalPlace.Middle);
        json.WordUnless(DraftKeys.TextRole, title.Role, TitleRole.Text);
        json.Text(DraftKeys.Font, title.Font);
        json.Flag(DraftKeys.Bold, title.Bold, usual: true);
        json.Flag(DraftKeys.Italic, title.Italic);
        json.Flag(DraftKeys.Plate, title.Plate);
        json.Text(DraftKeys.PlateColor, title.PlateColor is { } plate ? Palette.NameOf(plate) : null);
        json.Text(DraftKeys.Outline, title.Outline is { } outline ? Palette.NameOf(outline) : null);
        json.Time(DraftKeys.FadeIn, title.FadeIn);
        json.Time(DraftKeys.FadeOut, title.FadeOut);
        json.EndSegment();
        json.EndTrack();
    }

    public void WriteCaptions(Captions captions)
    {
        json.BeginTrack(DraftKeys.TextTrack, DraftKeys.CaptionRole, labels.Captions);
        json.Word(DraftKeys.Style, captions.Style);
        json.Word(DraftKeys.Position, captions.Place);
        json.Text(DraftKeys.Size, DraftText.Percent(captions.Size));
        json.Text(DraftKeys.Color, Palette.NameOf(captions.Color));
        if (captions.Bold is { } bold)
        {
            json.Raw.WriteBoolean(DraftKeys.Bold, bold);
        }

        json.Text(DraftKeys.Font, captions.Font);
        json.Flag(DraftKeys.Italic, captions.Italic);
        json.Number(DraftKeys.Most, captions.Most ?? 0, 0);
        json.Text(DraftKeys.Language, captions.Language);
        json.Word(DraftKeys.Source, captions.Source);
        json.BeginSegments();
        foreach (var line in captions.Lines)
        {
            BeginLine(line);
            json.Text(DraftKeys.Text, line.Text);
            json.EndSegment();
        }

        json.EndTrack();
    }

    private void BeginTimed(TimeSpan from, TimeSpan? to, Asset? asset)
    {
        var start = DraftText.Milliseconds(from);
        var end = to is { } fixedEnd ? DraftText.Milliseconds(fixedEnd) : total;
        json.BeginSegment(start, Math.Max(0, end - start), asset, openEnd: to is null);
        json.BeginMetadata();
    }

    private void BeginLine(CaptionLine line)
    {
        var start = DraftText.Milliseconds(line.Start);
        json.BeginSegment(start, Math.Max(0, DraftText.Milliseconds(line.End) - start));
        if (line.Words.Count > 0)
        {
            json.Raw.WriteStartArray(DraftKeys.Words);
            foreach (var word in line.Words)
            {
                json.Raw.WriteStartArray();
                json.Raw.WriteNumberValue(DraftText.Milliseconds(word.Start));
                json.Raw.WriteNumberValue(DraftText.Milliseconds(word.End));
                json.Raw.WriteStringValue(word.Text);
                json.Raw.WriteEndArray();
            }

            json.Raw.WriteEndArray();
        }

        json.BeginMetadata();
    }
}
