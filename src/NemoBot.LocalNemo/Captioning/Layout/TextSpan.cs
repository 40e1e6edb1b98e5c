namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    public string In(string text) => text[Start..End];

    /// <summary>Without white space around it.</summary>
    public TextSpan Trim(string text)
    {
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
