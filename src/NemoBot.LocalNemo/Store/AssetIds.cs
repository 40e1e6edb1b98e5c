using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Store;

/// <summary>Ids of uploaded files: <c>ast_</c> and 32 hexadecimal digits.</summary>
internal static partial class AssetIds
{
    private const string Prefix = "ast_";

    /// <summary>A new id.</summary>
    public static string New() => Prefix + Guid.NewGuid().ToString("N");

    /// <summary>Returns true for the id of an uploaded file.</summary>
    public static bool IsValid(string id) => Whole().IsMatch(id);

    /// <summary>The id with such digits.</summary>
    public static string Of(string digits) => Prefix + digits;

    /// <summary>The digits of an id.</summary>
    public static string Digits(string id) => id[Prefix.Length..];

    /// <summary>The files that texts name, drafts for example.</summary>
    public static IEnumerable<string> In(IEnumerable<string?> texts) => texts.OfType<string>().SelectMany(t => Anywhere().Matches(t)).Select(m => m.Value);

    [GeneratedRegex(@"\Aast_[0-9a-f]{32}\z")]
    private static partial Regex Whole();

    [GeneratedRegex("ast_[0-9a-f]{32}")]
    private static partial Regex Anywhere();
}
