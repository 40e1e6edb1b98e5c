using System.ComponentModel.DataAnnotations;

namespace NemoBot.LocalNemo.Settings;

/// <summary>The optional language model: section <c>NemoBot:Understanding</c>. Without an address the built-in interpreter works alone.</summary>
public sealed class UnderstandingOptions
{
    /// <summary>The section's name below <c>NemoBot</c>.</summary>
    public const string Section = "Understanding";

    /// <summary>The address of an OpenAI-compatible service, for example <c>http://127.0.0.1:11434/v1</c>; blank: none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The model's name.</summary>
    public string Model { get; set; } = "";

    /// <summary>The service's key; blank: none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Most tokens in a day, in and out together.</summary>
    [Range(0, long.MaxValue)]
    public long TokensPerDay { get; set; } = 200_000;

    /// <summary>How long an answer may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A model is configured.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(Address) && !string.IsNullOrWhiteSpace(Model);
}
