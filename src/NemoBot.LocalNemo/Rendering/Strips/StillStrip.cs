using NemoBot.LocalNemo.Rendering.Bitstream;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>
/// A strip that rarely changes: every different picture is encoded once, all other frames are one and the same slice of a few
/// bytes that says "as before".
/// </summary>
internal sealed class StillStrip : IStrip
{
    /// <summary>
    /// Two blank pictures come first: the second one's slice says "as before" and nothing else. Of a real picture it would also mend
    /// what the first encoding lost, and mend it again and again when it is repeated.
    /// </summary>
    private const int Blanks = 2;

    private readonly KeyPlan _keys;
    private readonly IReadOnlyList<StillProgram> _programs;
    private readonly IReadOnlyList<int> _stretches;
    private readonly List<Dictionary<int, byte[]>> _slices = [];
    private byte[] _same = [];

    private StillStrip(FrameComposer composer, Rows rows, KeyPlan keys)
    {
        _keys = keys;
        (_programs, _stretches) = StillProgram.FindAll(composer, rows, keys.Every);
    }

    public bool LooksAtLastOnly => true;

    public static async Task<StillStrip> EncodeAsync(
        MediaProcesses processes, FrameComposer composer, Frame still, Rows rows, KeyPlan keys, CancellationToken cancellationToken)
    {
        var strip = new StillStrip(composer, rows, keys);
        await strip.EncodeAsync(processes, composer, still, rows, cancellationToken).ConfigureAwait(false);
        return strip;
    }

    public Task<byte[]> SliceAsync(long number)
    {
        var program = _slices[_stretches[(int)(number / _keys.Every)]];
        return Task.FromResult(program.TryGetValue((int)(number % _keys.Every), out var slice) ? slice : _same);
    }

    private async Task EncodeAsync(MediaProcesses processes, FrameComposer composer, Frame still, Rows rows, CancellationToken cancellationToken)
    {
        // One picture a second makes the times of key pictures whole numbers.
        List<int> keys = [0, Blanks];
        var count = Blanks;
        foreach (var program in _programs)
        {
            count += program.Changes.Count + 1;
            keys.Add(count);
        }

        string[] forced = ["-forced-idr", "1", "-force_key_frames", string.Join(',', keys)];
        var effort = composer.Changing?.Meets(rows) == true ? StripSettings.ForChanges : StripSettings.ForStills;
        var arguments = StripSettings.Describe(still.Width, rows, frameRate: 1, _keys with { Every = 1 << 20 }, quantizer: StripSettings.Still(_keys), threads: 1, effort, forced);
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { FeedsInput = true };
        await using var encoder = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var reading = ReadAsync(new SliceReader(encoder.Output));
        var feeding = FeedAsync(encoder.Input, composer, still, rows);
        if (await Task.WhenAny(feeding, reading).ConfigureAwait(false) == reading)
        {
            // What cannot be read must not be fed for ever: a failure here ends the encoder.
            await reading.ConfigureAwait(false);
        }

        try
        {
            await feeding.ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw await encoder.ExplainAsync(e).ConfigureAwait(false);
        }

        await encoder.WaitAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(false);
    }

    private async Task FeedAsync(Stream input, FrameComposer composer, Frame still, Rows rows)
    {
        var frame = new Frame(still.Width, still.Height);
        frame.Fill(new YuvColor(128, 128, 128));
        for (var i = 0; i < Blanks; i++)
        {
            await frame.WriteAsync(input, rows).ConfigureAwait(false);
        }

        for (var i = 0; i < _programs.Count; i++)
        {
            foreach (var at in (int[])[0, .. _programs[i].Changes])
            {
                await composer.ReachAsync(heard: null, rows, _programs[i].First + at).ConfigureAwait(false);
                frame.CopyFrom(still, rows);
                composer.Draw(frame, rows, _programs[i].First + at, heard: null);
                await frame.WriteAsync(input, rows).ConfigureAwait(false);
            }
        }

        input.Close();
    }

    private async Task ReadAsync(SliceReader reader)
    {
        await reader.NextAsync(isKey: true).ConfigureAwait(false);
        _same = await reader.NextAsync(isKey: false).ConfigureAwait(false);
        foreach (var program in _programs)
        {
            Dictionary<int, byte[]> slices = [];
            foreach (var at in (int[])[0, .. program.Changes])
            {
                slices[at] = await reader.NextAsync(isKey: at == 0).ConfigureAwait(false);
            }

            _slices.Add(slices);
        }
    }
}
