namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>Tells whether text can be drawn with the installed fonts.</summary>
public interface IFontCoverage
{
    /// <summary>Finds what cannot be drawn, by script; empty if all can be drawn, or if fonts cannot be listed.</summary>
    Task<IReadOnlyList<MissingScript>> FindMissingAsync(string text, CancellationToken cancellationToken);
}
