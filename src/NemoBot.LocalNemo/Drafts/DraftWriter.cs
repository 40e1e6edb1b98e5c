using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Writes a project as a draft.</summary>
internal sealed class DraftWriter
{
    private readonly DraftJson _json;
    private readonly Project _project;
    private readonly DraftLabels _labels;
    private readonly SoundPeaks? _peaks;
    private readonly long _total;

    private DraftWriter(Utf8JsonWriter json, Project project, DraftLabels labels, SoundPeaks? peaks)
    {
        (_json, _project, _labels, _peaks) = (new DraftJson(json), project, labels, peaks);
        _total = DraftText.Milliseconds(project.Duration);
    }

    private bool ShowsClips => _project.Background.Kind == BackgroundKind.Video && _project.Clips.Count > 0;

    /// <summary>Returns the draft's JSON; null for a project without material.</summary>
    public static string? Write(Project project, DraftLabels labels, SoundPeaks? peaks = null)
    {
        if (project.Clips.Count == 0 && project.Slides.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new DraftWriter(json, project, labels, peaks).WriteDraft();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteDraft()
    {
        var json = _json.Raw;
        json.WriteStartObject();
        json.WriteNumber(DraftKeys.Length, _total);
        json.WriteStartObject(DraftKeys.Canvas);
        json.WriteNumber(DraftKeys.Width, _project.Canvas.Width);
        json.WriteNumber(DraftKeys.Height, _project.Canvas.Height);
        json.WriteNumber(DraftKeys.FrameRate, Math.Round(_project.Canvas.FrameRate, 3));
        json.WriteEndObject();
        WriteMix(_project.Mix);
        WriteOutput(_project.Output, OutputVariant.NamesOf(_project), FileTags.TitleOf(_project));
        WriteTiming(_project.SlideTiming);
        json.WriteStartArray(DraftKeys.Tracks);
        WriteTracks();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTracks()
    {
        var clips = new ClipWriter(_json, _project, _labels, _peaks);
        WritePicture(clips);
        if (!ShowsClips && _project.Clips.Count > 0)
        {
            _json.BeginTrack(DraftKeys.AudioTrack, DraftKeys.MainRole, _labels.Audio);
            _json.BeginSegments();
            clips.WriteClips(onPicture: false);
            _json.EndTrack();
        }

        if (_project.Voice is { } voice)
        {
            clips.WriteVoice(voice);
        }

        foreach (var music in _project.Music)
        {
            clips.WriteMusic(music);
        }

        WriteOverlays(new OverlayWriter(_json, _labels, _total));
    }

    private void WritePicture(ClipWriter clips)
    {
        _json.BeginTrack(DraftKeys.VideoTrack, DraftKeys.PictureRole, _labels.Video);
        _json.BeginSegments();
        if (ShowsClips)
        {
            clips.WriteClips(onPicture: true);
        }
        else
        {
            _json.BeginSegment(0, _total, _project.Background.Asset);
            _json.BeginMetadata();
            _json.Text(DraftKeys.Title, _labels.Picture(_project));
            new LookWriter(_json).Write(_project);
            _json.EndSegment();
        }

        _json.EndTrack();
    }

    private void WriteOverlays(OverlayWriter overlays)
    {
        if (_project.Slides.Count > 0)
        {
            overlays.WriteSlides(_project.Slides);
        }

        foreach (var overlay in _project.Overlays)
        {
            overlays.WriteOverlay(overlay);
        }

        foreach (var title in _project.Titles)
        {
            overlays.WriteTitle(title);
        }

        if (_project.Captions is { } captions)
        {
            overlays.WriteCaptions(captions);
        }
    }

    /// <summary>The segments of the main sound carry the volume.</summary>
    private void WriteMix(Mix mix)
    {
        if (mix == new Mix { Volume = mix.Volume })
        {
            return;
        }

        _json.Raw.WriteStartObject(DraftKeys.Mix);
        _json.Number(DraftKeys.Loudness, mix.Loudness ?? 0, 0);
        _json.Flag(DraftKeys.Normalize, mix.Normalize, usual: true);
        _json.Flag(DraftKeys.Denoise, mix.Denoise);
        _json.Text(DraftKeys.Channels, mix.Channels == Channels.Own ? null : DraftWords<Channels>.Write(mix.Channels));
        _json.Number(DraftKeys.Bass, mix.Bass, 0);
        _json.Number(DraftKeys.Treble, mix.Treble, 0);
        _json.Raw.WriteEndObject();
    }

    /// <param name="output">As it was asked for.</param>
    /// <param name="formats">The names of the formats that it is made in.</param>
    /// <param name="name">What the work is called now: the bot names the file by it. It is not read back.</param>
    private void WriteOutput(Output output, IReadOnlyList<string> formats, string? name)
    {
        if (output == new Output() && name is null)
        {
            return;
        }

        _json.Raw.WriteStartObject(DraftKeys.Output);
        _json.Word(DraftKeys.Format, output.Format);
        _json.Number(DraftKeys.Again, output.Again, 0);
        _json.Text(DraftKeys.Title, output.Title);
        _json.Text(DraftKeys.Artist, output.Artist);
        _json.Text(DraftKeys.Name, name);
        _json.Number(DraftKeys.MaxBytes, output.MaxBytes ?? 0, 0);
        _json.Texts(DraftKeys.Formats, formats);
        _json.Raw.WriteEndObject();
    }

    private void WriteTiming(SlideTiming? timing)
    {
        if (timing is null)
        {
            return;
        }

        _json.Raw.WriteStartObject(DraftKeys.SlideTiming);
        _json.Word(DraftKeys.Kind, timing.Pace);
        _json.Time(DraftKeys.Each, timing.Length);
        _json.Number(DraftKeys.Beats, timing.Beats, 0);
        _json.Raw.WriteEndObject();
    }
}
