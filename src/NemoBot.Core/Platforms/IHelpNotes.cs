namespace NemoBot.Core.Platforms;

/// <summary>A platform that has something of its own to add to <c>/help</c>, for example how files reach the bot there.</summary>
public interface IHelpNotes
{
    /// <summary>A sentence in the language (<c>en</c>, <c>zh</c>), or null.</summary>
    ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken);
}
