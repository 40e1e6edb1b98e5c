namespace NemoBot.Core.Platforms;

/// <summary>A platform that adds a note to <c>/help</c>, for example how to send files there.</summary>
public interface IHelpNotes
{
    /// <summary>A sentence in the language (<c>en</c>, <c>zh</c>), or null.</summary>
    ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken);
}
