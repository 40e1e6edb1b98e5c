using System.Text.Json;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>A piece of a draft from anywhere: every property has a value, whatever the JSON holds.</summary>
internal readonly struct DraftNode(JsonElement element)
{
    /// <summary>The members of an array; none if it is not one.</summary>
    public IEnumerable<DraftNode> Items =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(e => new DraftNode(e)) : [];

    /// <summary>It is an object.</summary>
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>A member; an empty node if there is none.</summary>
    public DraftNode this[string key] => IsObject && element.TryGetProperty(key, out var member) ? new DraftNode(member) : default;

    /// <summary>The text; null if it is none.</summary>
    public string? Text => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>It is <c>true</c>.</summary>
    public bool IsTrue => element.ValueKind == JsonValueKind.True;

    /// <summary>It is <c>false</c>, and not just missing.</summary>
    public bool IsFalse => element.ValueKind == JsonValueKind.False;

    /// <summary>The number; null if it is none.</summary>
    public double? Number =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number of milliseconds, zero if it is none or makes no sense (over 100 days).</summary>
    public TimeSpan Time => Number is >= 0 ? SignedTime : TimeSpan.Zero;

    /// <summary>The same, or negative.</summary>
    public TimeSpan SignedTime => Number is > -8.64e9 and < 8.64e9 ? TimeSpan.FromMilliseconds(Math.Round(Number.Value)) : TimeSpan.Zero;

    /// <summary>A time; null if there is none.</summary>
    public TimeSpan? TimeOrNull => Number is >= 0 and < 8.64e9 ? Time : null;

    /// <summary>A number within bounds.</summary>
    public double NumberIn(double least, double most, double fallback) => Math.Clamp(Number ?? fallback, least, most);

    /// <summary>A number or a percentage within bounds.</summary>
    public double PartIn(double least, double most, double fallback) =>
        Math.Clamp(Number ?? DraftText.ParsePercent(Text, fallback), least, most);
}
