using System.Buffers;

namespace NemoBot.Core.Requests.Intents;

/// <summary>
/// Decides what a message without a slash is for. Everything that is not wholly and only one of the known wishes is a request for the
/// backend: a missed command costs a turn, a wrong one discards a request.
/// </summary>
internal static class IntentRouter
{
    // Nobody asks for an export in more words; beyond this a keyword is part of a request.
    private const int LongestText = 160;
    private const int MostWords = 14;
    private const int LongestChineseRun = 24;

    /// <summary>Signs that say nothing: the slash of a command without its name.</summary>
    private static readonly SearchValues<char> Meaningless = SearchValues.Create("/\\.,-_;#*…·、。，／");

    /// <summary>Finds the wish. Needs no more than a look at the first words, however long the text is.</summary>
    /// <param name="text">What was said, without the mention of the bot.</param>
    /// <param name="hasFiles">Files came with it: then only what is to be done with them counts.</param>
    public static Intent Route(string text, bool hasFiles)
    {
        var words = text.AsSpan().Trim();
        if (words.Length > LongestText)
        {
            return new(IntentKind.Message);
        }

        var utterance = Utterance.Read(words.ToString());
        var intent = utterance.Tokens.Count == 0
            ? new(Wordless(words, utterance))
            : IsTooLong(utterance) ? new(IntentKind.Message) : Recognize(utterance);

        // With a file, "export" or "help" can only mean that the sender waits to be asked what the file is for.
        return hasFiles && (intent.Kind != IntentKind.Message || words.IsEmpty) ? new(IntentKind.Upload) : intent;
    }

    private static bool IsTooLong(Utterance utterance) =>
        utterance.Tokens.Count > MostWords || utterance.Tokens.Any(t => t.Length > LongestChineseRun);

    private static IntentKind Wordless(ReadOnlySpan<char> words, Utterance utterance) =>
        utterance.Asks || (!words.IsEmpty && words.IndexOfAnyExcept(Meaningless) < 0) ? IntentKind.Help : words.IsEmpty ? IntentKind.Message : IntentKind.Thanks;

    private static Intent Recognize(Utterance utterance)
    {
        var version = VersionNumber.Find(utterance);
        foreach (var rule in IntentRules.All)
        {
            var takesVersion = rule.Kind is IntentKind.Export or IntentKind.Preview or IntentKind.Undo;
            if (rule.Matches(utterance, version is not null && takesVersion))
            {
                return new(rule.Kind, takesVersion ? version : null);
            }
        }

        return version is not null && VersionNumber.IsAll(utterance) ? new(IntentKind.Export, version) : new(IntentKind.Message);
    }
}
