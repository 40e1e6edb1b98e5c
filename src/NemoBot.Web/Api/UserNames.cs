using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Api;

/// <summary>The names visitors choose.</summary>
internal static class UserNames
{
    private const int MaxLength = 40;
    private const string Anonymous = "Guest";

    /// <summary>The name without invisible characters, and with single spaces.</summary>
    public static Author Read(string? name)
    {
        var text = new StringBuilder();
        foreach (var rune in (name ?? "").EnumerateRunes())
        {
            text.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator ? " " : rune.ToString());
        }

        var clean = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length > MaxLength)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, Problem.BadUser, MaxLength);
        }

        clean = clean.Length == 0 ? Anonymous : clean;
        return new Author(clean.ToLowerInvariant(), clean);
    }
}
