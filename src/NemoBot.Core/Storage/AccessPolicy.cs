namespace NemoBot.Core.Storage;

/// <summary>Who may export, reset or change settings in a conversation.</summary>
public enum AccessPolicy
{
    /// <summary>Whoever can write there.</summary>
    Everyone,

    /// <summary>Those who administer the conversation by the platform's rules.</summary>
    Administrators,

    /// <summary>The members of <see cref="ConversationRecord.AccessGroup"/>, and those who administer.</summary>
    Group,
}
