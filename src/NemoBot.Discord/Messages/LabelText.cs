namespace NemoBot.Discord.Messages;

/// <summary>Labels of buttons and suggestions, which Discord limits.</summary>
internal static class LabelText
{
    /// <summary>The label, or its beginning with an ellipsis; never half of a surrogate pair.</summary>
    public static string Fit(string label, int length)
    {
        if (label.Length <= length)
        {
            return label;
        }

        var cut = char.IsHighSurrogate(label[length - 2]) ? length - 2 : length - 1;
        return label[..cut] + "…";
    }
}
