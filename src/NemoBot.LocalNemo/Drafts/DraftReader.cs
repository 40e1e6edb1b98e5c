using System.Text.Json;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Reads a draft as a project.</summary>
/// <param name="resolve">Gives the file for an id; null if the draft's owner has none.</param>
internal sealed class DraftReader(Func<string, Asset?> resolve)
{
    private static readonly Project Plain = new();

    /// <summary>Reads it.</summary>
    /// <exception cref="DraftException">It is no draft of this server, or a file of it is gone.</exception>
    public Project Read(string draft)
    {
        using var document = Parse(draft);
        var root = new DraftNode(document.RootElement);
        var tracks = root[DraftKeys.Tracks].Items.ToLookup(t => t[DraftKeys.Role].Text ?? "");
        var picture = tracks[DraftKeys.PictureRole].SelectMany(Segments).ToList();
        var main = tracks[DraftKeys.MainRole].SelectMany(Segments).ToList();
        var look = picture.FirstOrDefault()[DraftKeys.Metadata];
        var showsClips = DraftText.ParseKind(look[DraftKeys.Background][DraftKeys.Kind].Text) == BackgroundKind.Video;
        var clips = (showsClips ? picture : main).Select(ReadClip).Where(c => c.Length > TimeSpan.Zero).ToList();
        if (clips.Count == 0)
        {
            throw new DraftException("There is nothing on the timeline to render.");
        }

        var voice = tracks[DraftKeys.VoiceRole].SelectMany(Segments).ToList();
        var sound = voice.Count > 0 ? voice[0] : (showsClips ? picture : main)[0];
        return new Project
        {
            Canvas = ReadCanvas(root[DraftKeys.Canvas]),
            Background = ReadBackground(look, showsClips ? default : picture.FirstOrDefault()),
            Visual = ReadVisual(look[DraftKeys.Waveform]),
            Clips = clips,
            Voice = voice.Count > 0 ? ReadClip(voice[0]) : null,
            Music = [.. tracks[DraftKeys.MusicRole].SelectMany(Segments).Select(s => new Music(AssetOf(s), Math.Clamp(VolumeOf(s, 0.2), 0, 1)))],
            Titles = [.. tracks[DraftKeys.TitleRole].SelectMany(Segments).Select(ReadTitle).OfType<Title>()],
            Volume = Math.Clamp(VolumeOf(sound, 1), 0, 2),
            FadeIn = look[DraftKeys.FadeIn].Time,
            FadeOut = look[DraftKeys.FadeOut].Time,
        };
    }

    private static JsonDocument Parse(string draft)
    {
        try
        {
            return JsonDocument.Parse(draft);
        }
        catch (JsonException)
        {
            throw new DraftException("The draft cannot be read.");
        }
    }

    private static IEnumerable<DraftNode> Segments(DraftNode track) => track[DraftKeys.Segments].Items;

    private static double VolumeOf(DraftNode segment, double fallback) =>
        segment[DraftKeys.Metadata][DraftKeys.Volume] is var volume && volume.Number is { } number ? number : DraftText.ParsePercent(volume.Text, fallback);

    private static Canvas ReadCanvas(DraftNode node)
    {
        int Side(string key, int fallback) => (int)Math.Clamp(node[key].Number ?? fallback, 16, 3840) / 2 * 2;
        var rate = (int)Math.Clamp(node[DraftKeys.FrameRate].Number ?? Plain.Canvas.FrameRate, 1, 60);
        return new Canvas(Side(DraftKeys.Width, Plain.Canvas.Width), Side(DraftKeys.Height, Plain.Canvas.Height), rate);
    }

    private static Visual ReadVisual(DraftNode wave) => new(
        DraftText.ParseStyle(wave[DraftKeys.Style].Text),
        Palette.Parse(wave[DraftKeys.Color].Text) ?? Plain.Visual.Color,
        DraftText.ParsePlace(wave[DraftKeys.Position].Text, Plain.Visual.Place));

    private static Title? ReadTitle(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        var start = segment[DraftKeys.Start].Time;
        return m[DraftKeys.Text].Text is not { Length: > 0 } text ? null : new Title(
            text,
            start,
            segment[DraftKeys.OpenEnd].IsTrue ? null : start + segment[DraftKeys.Length].Time,
            Palette.Parse(m[DraftKeys.Color].Text) ?? "#ffffff",
            Math.Clamp(DraftText.ParsePercent(m[DraftKeys.Size].Text, 0.1), 0.02, 0.4),
            DraftText.ParsePlace(m[DraftKeys.Position].Text, VerticalPlace.Middle),
            m[DraftKeys.FadeIn].Time,
            m[DraftKeys.FadeOut].Time);
    }

    private Background ReadBackground(DraftNode look, DraftNode segment)
    {
        var kind = DraftText.ParseKind(look[DraftKeys.Background][DraftKeys.Kind].Text);
        return new Background(
            kind,
            Palette.Parse(look[DraftKeys.Background][DraftKeys.Color].Text) ?? Plain.Background.Color,
            Palette.Parse(look[DraftKeys.Background][DraftKeys.SecondColor].Text),
            kind is BackgroundKind.Image or BackgroundKind.Cover ? AssetOf(segment) : null);
    }

    private Clip ReadClip(DraftNode segment) => new(AssetOf(segment), segment[DraftKeys.From].Time, segment[DraftKeys.Length].Time);

    private Asset AssetOf(DraftNode segment) =>
        segment[DraftKeys.Asset].Text is { } id && resolve(id) is { } asset
            ? asset : throw new DraftException("A file of this timeline is not here any more. Please send it again.");
}
