using System.Globalization;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Rendering.Subtitles;

/// <summary>Writes captions as an ASS script.</summary>
internal static class CaptionScript
{
    /// <param name="captions">The lines.</param>
    /// <param name="canvas">The frame.</param>
    /// <param name="rows">Where they go.</param>
    /// <param name="safe">Margins that stay clear.</param>
    public static string Write(Captions captions, Canvas canvas, Rows rows, SafeArea safe)
    {
        var script = new AssScript(canvas.Width, canvas.Height);
        var size = Math.Min(canvas.Width, canvas.Height) * captions.Size * 1.3;
        foreach (var line in captions.Lines)
        {
            var lines = TextWidth.Wrap(line.Text, (canvas.Width - (2 * safe.Side)) / (size * AssScript.Em));
            var top = rows.Bottom - (lines.Count * size);
            foreach (var (index, text) in lines.Index())
            {
                var tags = string.Create(
                    CultureInfo.InvariantCulture,
                    $@"\an8\pos({canvas.Width / 2.0:0.#},{top + (index * size):0.#})\fs{size:0.#}\b1\bord{size * 0.07:0.#}\shad0\3c&H000000&\1c{AssText.Color(captions.Color)}");
                script.Add(0, line.Start, line.End, tags, AssText.Escape(text));
            }
        }

        return script.ToString();
    }
}
