using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Rendering;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Services that hear one line and see three fonts.</summary>
internal sealed class Listening : ICaptionTools, IFontFamilies
{
    private static readonly CaptionResult Heard = new([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(2), "hello")]);

    /// <summary>The services.</summary>
    public EditTools Tools => new() { Sound = new FakeAnalyzer(60), Captions = this, Fonts = this };

    public Task<CaptionResult> TranscribeAsync(Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken) => Task.FromResult(Heard);

    public Task<CaptionResult> ReadAsync(Asset asset, TimeSpan total, CancellationToken cancellationToken) => Task.FromResult(Heard);

    public Task<CaptionResult> ReadTextAsync(string text, TimeSpan total, CancellationToken cancellationToken) => Task.FromResult(Heard);

    public Task<IReadOnlyList<FontFamily>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FontFamily>>([new("DejaVu Sans", false), new("DejaVu Serif", false), new("Noto Serif CJK SC", true)]);
}
