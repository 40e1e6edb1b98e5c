namespace NemoBot.Discord.Interactions;

/// <summary>Discord's types of interactions and of replies to them.</summary>
internal static class InteractionKinds
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;

    public const int AnswerLater = 5;
    public const int UpdateLater = 6;
    public const int Choices = 8;
    public const int Modal = 9;

    /// <summary>Context: 0 a server, 1 a direct message with the bot, 2 a direct message between others.</summary>
    public const int PrivateWithBot = 1;
    public const int PrivateOfOthers = 2;
}
