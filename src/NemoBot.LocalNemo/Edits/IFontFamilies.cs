namespace NemoBot.LocalNemo.Edits;

/// <summary>Knows the fonts that texts can be drawn in.</summary>
internal interface IFontFamilies
{
    /// <summary>All of them; empty if they cannot be listed.</summary>
    Task<IReadOnlyList<FontFamily>> ListAsync(CancellationToken cancellationToken);
}
