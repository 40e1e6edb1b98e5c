using System.Globalization;
using System.Text.Json;
using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>One stream as ffprobe describes it.</summary>
internal readonly struct ProbeStream(JsonElement json)
{
    /// <summary>Phones record slow motion with up to 960 frames per second.</summary>
    private const double MostFrameRate = 960;

    /// <summary>False for the default value: no such stream.</summary>
    public bool IsPresent => json.ValueKind == JsonValueKind.Object;

    public string? Codec => Text("codec_name");

    public bool IsCover => IsPicture && HasDisposition("attached_pic");

    public string? CodecType => Text("codec_type");

    public bool IsPicture => CodecType == "video";

    public bool IsSound => CodecType == "audio" && Codec is not (null or "unknown") && Number("channels") > 0;

    public bool IsRotated => json.TryGetProperty("side_data_list", out var list)
        && list.EnumerateArray().Any(d => d.TryGetProperty("rotation", out var r) && r.TryGetDouble(out var angle) && Math.Abs(angle % 180) > 45);

    public int Width => (int)Number(IsRotated ? "height" : "width");

    public int Height => (int)Number(IsRotated ? "width" : "height");

    /// <summary>Frames per second over the whole length; 0 if unknown: what a container counts its times in is no frame rate, nor is one frame over its own length.</summary>
    public double AverageFrameRate => Ratio("avg_frame_rate") is > 0 and <= MostFrameRate and var average ? average : BaseFrameRate;

    /// <summary>The lowest rate that has a place for every frame; 0 if unknown.</summary>
    public double BaseFrameRate => Ratio("r_frame_rate") is <= MostFrameRate and var least ? least : 0;

    public TimeSpan Duration => ReadSeconds(Text("duration"));

    public double Frames => Number("nb_frames");

    public int Index => (int)Number("index");

    public int Channels => (int)Number("channels");

    public string? ChannelLayout => Text("channel_layout");

    public bool IsDefault => HasDisposition("default");

    /// <summary>A track that explains or comments on the main one.</summary>
    public bool IsSecondary => HasDisposition("comment") || HasDisposition("visual_impaired") || HasDisposition("descriptions") || HasDisposition("dub");

    public double StartTime => double.TryParse(Text("start_time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var start) ? start : 0;

    /// <summary>Width of a pixel against its height; 1 if unknown.</summary>
    public double PixelAspect
    {
        get
        {
            var aspect = Ratio("sample_aspect_ratio", ':');
            return aspect is > 0.1 and < 10 ? IsRotated ? 1 / aspect : aspect : 1;
        }
    }

    public string? FieldOrder => Text("field_order");

    public string? Tag(string name) =>
        json.TryGetProperty("tags", out var tags)
            ? tags.EnumerateObject().FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : null
            : null;

    public MediaColor ReadColor() => new(Named("color_range"), Named("color_space"), Named("color_transfer"), Named("color_primaries"));

    public static TimeSpan ReadSeconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e8
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.Zero;

    private bool HasDisposition(string name) =>
        json.TryGetProperty("disposition", out var d) && d.TryGetProperty(name, out var flag) && flag.GetInt32() == 1;

    private string? Text(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private double Number(string name) =>
        !json.TryGetProperty(name, out var value) ? 0
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string? Named(string name) => Text(name) is { } value and not ("unknown" or "reserved" or "unspecified") ? value : null;

    private double Ratio(string name, char divider = '/')
    {
        var parts = (Text(name) ?? "").Split(divider);
        return parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var over)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var under)
            && under > 0
                ? over / under
                : 0;
    }
}
