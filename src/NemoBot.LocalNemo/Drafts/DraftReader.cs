using System.Text.Json;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Reads a draft as a project.</summary>
/// <param name="resolve">Finds the file for an id; null if the draft's owner has none.</param>
internal sealed class DraftReader(Func<string, Asset?> resolve)
{
    private static readonly Project Plain = new();

    /// <summary>Reads it.</summary>
    /// <exception cref="DraftException">It is no draft of this server, or one of its files is gone.</exception>
    public Project Read(string draft)
    {
        using var document = Parse(draft);
        var root = new DraftNode(document.RootElement);
        var tracks = root[DraftKeys.Tracks].Items.ToLookup(t => t[DraftKeys.Role].Text ?? "");
        var picture = Segments(tracks[DraftKeys.PictureRole]);
        var main = Segments(tracks[DraftKeys.MainRole]);
        var look = picture.FirstOrDefault()[DraftKeys.Metadata];
        var shown = LookReader.ReadKind(look) == BackgroundKind.Video ? picture.FindAll(s => s[DraftKeys.Asset].Text is not null) : main;
        var clips = shown.Select(ReadClip).Where(c => c.Length > TimeSpan.Zero).ToList();
        var overlays = new OverlayReader(AssetOf);
        var slides = Segments(tracks[DraftKeys.SlideRole]).Select(overlays.ReadSlide).ToList();
        if (clips.Count == 0 && !slides.Exists(s => s.Length > TimeSpan.Zero))
        {
            throw new DraftException("There is nothing on the timeline to render.");
        }

        var voice = Segments(tracks[DraftKeys.VoiceRole]);
        var sound = voice.Count > 0 ? voice[0] : shown.FirstOrDefault();
        return new Project
        {
            Canvas = ReadCanvas(root[DraftKeys.Canvas]),
            Background = LookReader.ReadBackground(look, () => AssetOf(picture.FirstOrDefault())),
            Visual = LookReader.ReadVisual(look[DraftKeys.Waveform]),
            ProgressBar = look[DraftKeys.ProgressBar].IsTrue,
            ProgressColor = LookReader.ReadColor(look[DraftKeys.ProgressColor], ColorChoice.Auto),
            Scene = LookReader.ReadScene(look[DraftKeys.Scene]),
            Clips = clips,
            Voice = voice.Count > 0 ? ReadClip(voice[0]) : null,
            VoiceDelay = voice.FirstOrDefault()[DraftKeys.Metadata][DraftKeys.Delay].SignedTime,
            Music = [.. Segments(tracks[DraftKeys.MusicRole]).Select(ReadMusic)],
            Slides = slides,
            SlideTiming = ReadTiming(root[DraftKeys.SlideTiming]),
            Titles = [.. Segments(tracks[DraftKeys.TitleRole]).Select(OverlayReader.ReadTitle).OfType<Title>()],
            Captions = OverlayReader.ReadCaptions(tracks[DraftKeys.CaptionRole].FirstOrDefault()),
            Overlays = [.. Segments(tracks[DraftKeys.OverlayRole]).Select(overlays.ReadOverlay)],
            Mix = ReadMix(root[DraftKeys.Mix]) with { Volume = sound[DraftKeys.Metadata][DraftKeys.Volume].PartIn(0, 2, 1) },
            FadeIn = look[DraftKeys.FadeIn].Time,
            FadeOut = look[DraftKeys.FadeOut].Time,
            Output = ReadOutput(root[DraftKeys.Output]),
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

    private static List<DraftNode> Segments(IEnumerable<DraftNode> tracks) => [.. tracks.SelectMany(t => t[DraftKeys.Segments].Items)];

    private static Canvas ReadCanvas(DraftNode node)
    {
        int Side(string key, int fallback) => (int)node[key].NumberIn(16, 3840, fallback) / 2 * 2;
        var rate = node[DraftKeys.FrameRate].NumberIn(1, 60, Plain.Canvas.FrameRate);
        return new Canvas(Side(DraftKeys.Width, Plain.Canvas.Width), Side(DraftKeys.Height, Plain.Canvas.Height), Math.Round(rate, 3));
    }

    private static Mix ReadMix(DraftNode node) => new()
    {
        Loudness = node[DraftKeys.Loudness].Number is { } loudness ? Math.Clamp(loudness, -40, -5) : null,
        Normalize = !node[DraftKeys.Normalize].IsFalse,
        Denoise = node[DraftKeys.Denoise].IsTrue,
        Channels = DraftWords<Channels>.Read(node[DraftKeys.Channels].Text, Channels.Own),
        Bass = node[DraftKeys.Bass].NumberIn(-12, 12, 0),
        Treble = node[DraftKeys.Treble].NumberIn(-12, 12, 0),
    };

    private static Output ReadOutput(DraftNode node) => new()
    {
        Format = DraftWords<OutputFormat>.Read(node[DraftKeys.Format].Text, OutputFormat.Mp4),
        Again = node[DraftKeys.Again].Number is { } again and >= 1 and <= 1000 ? (int)again : 0,
        Title = node[DraftKeys.Title].Text,
        Artist = node[DraftKeys.Artist].Text,
        MaxBytes = node[DraftKeys.MaxBytes].Number is { } most and >= 1 and <= 1e12 ? (long)most : null,

        // The first is the project's own.
        Others = [.. node[DraftKeys.Formats].Items.Skip(1).Select(f => OutputVariant.Read(f.Text)).OfType<OutputVariant>()],
    };

    private static SlideTiming? ReadTiming(DraftNode node) => node.IsObject
        ? DraftWords<SlidePace>.Read(node[DraftKeys.Kind].Text, SlidePace.Even) switch
        {
            SlidePace.Every => SlideTiming.Every(node[DraftKeys.Each].Time),
            SlidePace.OnBeats => SlideTiming.OnBeats((int)node[DraftKeys.Beats].NumberIn(1, 64, 4)),
            _ => SlideTiming.Even,
        }
        : null;

    private Music ReadMusic(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        return new Music(AssetOf(segment), m[DraftKeys.Volume].PartIn(0, 1, 0.2))
        {
            From = segment[DraftKeys.From].Time,
            Start = segment[DraftKeys.Start].Time,
            Length = segment[DraftKeys.SourceLength].TimeOrNull,
            Changes = ReadChanges(m),
            FadeIn = m[DraftKeys.FadeIn].Time,
            FadeOut = m[DraftKeys.FadeOut].Time,
            Ducks = !m[DraftKeys.Ducking].IsFalse,
            Loops = !m[DraftKeys.Loop].IsFalse,
        };
    }

    private Clip ReadClip(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        return new Clip(AssetOf(segment), segment[DraftKeys.From].Time, segment[DraftKeys.SourceLength].TimeOrNull ?? segment[DraftKeys.Length].Time)
        {
            Speed = m[DraftKeys.Speed].NumberIn(0.1, 10, 1),
            Volume = m[DraftKeys.ClipVolume].NumberIn(0, 2, 1),
            Changes = ReadChanges(m),
            Reversed = m[DraftKeys.Reversed].IsTrue,
            Loops = m[DraftKeys.Loop].IsTrue,
            Crossfade = m[DraftKeys.Crossfade].Time,
            FadeIn = m[DraftKeys.ClipFadeIn].Time,
            FadeOut = m[DraftKeys.ClipFadeOut].Time,
        };
    }

    private static IReadOnlyList<VolumeChange> ReadChanges(DraftNode metadata)
    {
        List<VolumeChange> changes = [.. metadata[DraftKeys.VolumeChanges].Items.Select(ReadChange).Where(c => c.From < c.To)];
        return changes.Count > 0 ? changes : Array.Empty<VolumeChange>();
    }

    private static VolumeChange ReadChange(DraftNode change) =>
        new(change[DraftKeys.Start].Time, change[DraftKeys.Start].Time + change[DraftKeys.Length].Time, change[DraftKeys.ClipVolume].NumberIn(0, 2, 1)) { Bleeps = change[DraftKeys.Bleeps].IsTrue };

    private Asset AssetOf(DraftNode segment) =>
        segment[DraftKeys.Asset].Text is { } id && resolve(id) is { } asset
            ? asset : throw new DraftException("A file of this timeline is not here any more. Please send it again.");
}
