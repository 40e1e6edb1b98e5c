using System.Globalization;
using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Pieces of command lines that every call shares.</summary>
public static class FfmpegArguments
{
    /// <summary>
    /// Formats that hold media themselves. Playlists (HLS, concat, DASH) are not among them: a playlist under a harmless name could
    /// pull other people's files into a video.
    /// </summary>
    private const string Formats =
        "mp3,wav,w64,rf64,aiff,flac,aac,loas,ac3,eac3,amr,amrnb,amrwb,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,live_flv,mpeg,mpegts,"
        + "mpegvideo,h264,hevc,m4v,caf,au,wv,ape,tta,tak,mpc,mpc8,dsf,dts,dtshd,mlp,truehd,gif,apng,image2,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,"
        + "jpegxl_pipe,j2k_pipe,psd_pipe,qoi_pipe,ppm_pipe,pgm_pipe,gif_pipe,ivf,oma,rm,dv,mxf,nut,swf,voc,obu,yuv4mpegpipe,3gp2,gsm,pcx_pipe,pbm_pipe,exr_pipe,dds_pipe,sgi_pipe,sunrast_pipe,pam_pipe,g722,"
        + "wtv,sox,ircam,adx,jpegls_pipe,ico,dpx_pipe,pfm_pipe,"
        + "h261,h263,mjpeg,xwd_pipe,sbc,g723_1,nistsphere,ilbc,dss,mmf,pvf,avr,vqf,shn,qcp,xwma,iff,libopenmpt,fits,spdif";

    /// <summary>A moving picture of 8K. A decoder keeps a dozen or two of them.</summary>
    public const long MostMovingPixels = 36_000_000;

    /// <summary>Quiet, never prompts, overwrites only the named output.</summary>
    public static IReadOnlyList<string> Start { get; } = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"];

    /// <summary>Progress on standard output.</summary>
    public static IReadOnlyList<string> Progress { get; } = ["-nostats", "-progress", "pipe:1"];

    /// <summary>Metadata and chapters of the source stay out: they may be private.</summary>
    public static IReadOnlyList<string> Clean { get; } = ["-map_metadata", "-1", "-map_chapters", "-1"];

    /// <summary>Tells colors as what they are.</summary>
    public static IReadOnlyList<string> Bt709 { get; } =
        ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"];

    /// <summary>What guards a file of unknown origin; goes before its <c>-i</c>.</summary>
    public static IReadOnlyList<string> Guard { get; } = ["-protocol_whitelist", "file,pipe", "-format_whitelist", Formats, "-max_streams", "200"];

    /// <summary>A file of unknown origin as an input.</summary>
    public static IReadOnlyList<string> Input(string path) => [.. Guard, "-max_pixels", $"{PictureSize.MostPixels}", .. StillFormat.Of(path), "-i", FileName(path)];

    /// <summary>A path as FFmpeg reads it literally: <c>-</c>, <c>:</c> and the like lose their meaning.</summary>
    public static string FileName(string path) => "file:" + Path.GetFullPath(path);

    /// <summary>A chain of those filters that are not empty.</summary>
    public static string Chain(params IEnumerable<string> filters) => string.Join(',', filters.Where(f => f.Length > 0));

    /// <summary>Seconds with a point.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A number with a point.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
