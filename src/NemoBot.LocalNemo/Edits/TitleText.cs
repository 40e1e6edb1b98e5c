namespace NemoBot.LocalNemo.Edits;

/// <summary>The limit of a title's text.</summary>
internal static class TitleText
{
    private const int Longest = 300;

    /// <summary>The text, cut with a note if it is too long for a title.</summary>
    public static string Limit(EditContext context, string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        context.Note("title.cut", Longest);
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
    }
}
