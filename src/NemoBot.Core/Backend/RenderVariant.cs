namespace NemoBot.Core.Backend;

/// <summary>What a render makes of a draft.</summary>
/// <param name="IsPreview">Only its beginning, small; see <see cref="BackendTraits.CanPreview"/>.</param>
/// <param name="Format">Another of the formats that the draft names; null: the draft's own. See <see cref="BackendTraits.CanMakeFormats"/>.</param>
public sealed record RenderVariant(bool IsPreview, string? Format)
{
    /// <summary>The whole draft in its own format.</summary>
    public static RenderVariant Whole { get; } = new(IsPreview: false, Format: null);
}
