using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Writes a project as a draft.</summary>
internal sealed class DraftWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly Project _project;
    private readonly DraftLabels _labels;
    private readonly long _total;

    private DraftWriter(Utf8JsonWriter json, Project project, DraftLabels labels)
    {
        (_json, _project, _labels) = (json, project, labels);
        _total = DraftText.Milliseconds(project.Duration);
    }

    private bool ShowsClips => _project.Background.Kind == BackgroundKind.Video;

    /// <summary>Gives the draft's JSON; null for a project without material.</summary>
    public static string? Write(Project project, DraftLabels labels)
    {
        if (project.Clips.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new DraftWriter(json, project, labels).WriteDraft();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteDraft()
    {
        _json.WriteStartObject();
        _json.WriteNumber(DraftKeys.Length, _total);
        _json.WriteStartObject(DraftKeys.Canvas);
        _json.WriteNumber(DraftKeys.Width, _project.Canvas.Width);
        _json.WriteNumber(DraftKeys.Height, _project.Canvas.Height);
        _json.WriteNumber(DraftKeys.FrameRate, _project.Canvas.FrameRate);
        _json.WriteEndObject();
        _json.WriteStartArray(DraftKeys.Tracks);
        WritePictures();
        WriteSound();
        foreach (var title in _project.Titles)
        {
            WriteTitle(title);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WritePictures()
    {
        BeginTrack(DraftKeys.VideoTrack, DraftKeys.PictureRole, _labels.Video);
        if (ShowsClips)
        {
            WriteClips(onPicture: true);
        }
        else
        {
            BeginSegment(0, _total, _project.Background.Asset, null);
            _json.WriteString(DraftKeys.Title, _labels.Picture(_project));
            WriteLook();
            EndSegment();
        }

        EndTrack();
    }

    private void WriteSound()
    {
        if (!ShowsClips)
        {
            BeginTrack(DraftKeys.AudioTrack, DraftKeys.MainRole, _labels.Audio);
            WriteClips(onPicture: false);
            EndTrack();
        }

        if (_project.Voice is { } voice)
        {
            BeginTrack(DraftKeys.AudioTrack, DraftKeys.VoiceRole, _labels.Audio);
            BeginSegment(0, DraftText.Milliseconds(voice.Length), voice.Asset, voice.From);
            _json.WriteString(DraftKeys.Title, voice.Asset.Name);
            WriteVolume(_project.Volume);
            EndSegment();
            EndTrack();
        }

        foreach (var music in _project.Music)
        {
            BeginTrack(DraftKeys.AudioTrack, DraftKeys.MusicRole, _labels.Music);
            BeginSegment(0, _total, music.Asset, null);
            _json.WriteString(DraftKeys.Title, music.Asset.Name);
            WriteVolume(music.Volume);
            EndSegment();
            EndTrack();
        }
    }

    private void WriteClips(bool onPicture)
    {
        var at = TimeSpan.Zero;
        foreach (var (index, clip) in _project.Clips.Index())
        {
            // Rounding each end instead of each length keeps the sum of the lengths right.
            var start = DraftText.Milliseconds(at);
            at += clip.Length;
            BeginSegment(start, DraftText.Milliseconds(at) - start, clip.Asset, clip.From);
            _json.WriteString(DraftKeys.Title, onPicture ? _labels.Clip(clip, _project.Visual.Style) : clip.Asset.Name);
            if (_project.Voice is null && (clip.Asset.Facts.HasAudio || index == 0))
            {
                WriteVolume(_project.Volume);
            }

            if (onPicture && index == 0)
            {
                WriteLook();
            }

            EndSegment();
        }
    }

    private void WriteLook()
    {
        var (background, visual) = (_project.Background, _project.Visual);
        _json.WriteStartObject(DraftKeys.Background);
        _json.WriteString(DraftKeys.Kind, DraftText.Kind(background.Kind));
        _json.WriteString(DraftKeys.Color, Palette.NameOf(background.Color));
        if (background.SecondColor is { } second)
        {
            _json.WriteString(DraftKeys.SecondColor, Palette.NameOf(second));
        }

        _json.WriteEndObject();
        _json.WriteStartObject(DraftKeys.Waveform);
        _json.WriteString(DraftKeys.Style, DraftText.Style(visual.Style));
        _json.WriteString(DraftKeys.Color, Palette.NameOf(visual.Color));
        _json.WriteString(DraftKeys.Position, DraftText.Place(visual.Place));
        _json.WriteEndObject();
        WriteFades(_project.FadeIn, _project.FadeOut);
    }

    private void WriteVolume(double volume)
    {
        // From 2 on a number would be read as a percentage.
        if (volume < 2)
        {
            _json.WriteNumber(DraftKeys.Volume, volume);
        }
        else
        {
            _json.WriteString(DraftKeys.Volume, DraftText.Percent(volume));
        }
    }

    private void WriteFades(TimeSpan fadeIn, TimeSpan fadeOut)
    {
        foreach (var (key, fade) in (ReadOnlySpan<(string, TimeSpan)>)[(DraftKeys.FadeIn, fadeIn), (DraftKeys.FadeOut, fadeOut)])
        {
            if (fade > TimeSpan.Zero)
            {
                _json.WriteNumber(key, DraftText.Milliseconds(fade));
            }
        }
    }

    private void WriteTitle(Title title)
    {
        var start = DraftText.Milliseconds(title.Start);
        var end = title.End is { } fixedEnd ? DraftText.Milliseconds(fixedEnd) : _total;
        BeginTrack(DraftKeys.TextTrack, DraftKeys.TitleRole, _labels.Title);
        BeginSegment(start, Math.Max(0, end - start), null, null, title.End is null);
        _json.WriteString(DraftKeys.Text, title.Text);
        _json.WriteString(DraftKeys.Color, Palette.NameOf(title.Color));
        _json.WriteString(DraftKeys.Size, DraftText.Percent(title.Size));
        _json.WriteString(DraftKeys.Position, DraftText.Place(title.Place));
        WriteFades(title.FadeIn, title.FadeOut);
        EndSegment();
        EndTrack();
    }

    private void BeginTrack(int type, string role, string name)
    {
        _json.WriteStartObject();
        _json.WriteNumber(DraftKeys.TrackType, type);
        _json.WriteString(DraftKeys.Role, role);
        _json.WriteStartObject(DraftKeys.Metadata);
        _json.WriteString(DraftKeys.Name, name);
        _json.WriteEndObject();
        _json.WriteStartArray(DraftKeys.Segments);
    }

    private void EndTrack()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void BeginSegment(long start, long length, Asset? asset, TimeSpan? from, bool openEnd = false)
    {
        _json.WriteStartObject();
        _json.WriteNumber(DraftKeys.Start, start);
        _json.WriteNumber(DraftKeys.Length, length);
        if (asset is not null)
        {
            _json.WriteString(DraftKeys.Asset, asset.Id);
        }

        if (from is { } position)
        {
            _json.WriteNumber(DraftKeys.From, DraftText.Milliseconds(position));
        }

        if (openEnd)
        {
            _json.WriteBoolean(DraftKeys.OpenEnd, true);
        }

        _json.WriteStartObject(DraftKeys.Metadata);
    }

    private void EndSegment()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}
