using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>
/// Turns interactions into messages for the engine. The acknowledgement is sent before anything else happens; the request is then
/// persisted, and shown in the channel without delaying it.
/// </summary>
internal sealed partial class InteractionHandler(
    InteractionResponder responder,
    CommandEcho commandEcho,
    AutocompleteHandler autocomplete,
    ThreadButton threadButton,
    OpenInteractions interactions,
    ChannelRegistry registry,
    AdministratorLookup administrators,
    DiscordOptions options,
    TimeProvider clock,
    ILogger<InteractionHandler> log)
{
    private static readonly TimeSpan AcknowledgePatience = TimeSpan.FromSeconds(3);

    /// <summary>Returns true if the interaction is answered directly, without waiting for others of its channel.</summary>
    public static bool IsDirect(WireInteraction interaction) =>
        interaction.Type is InteractionKinds.Autocomplete or InteractionKinds.ModalSubmit
        || interaction is { Type: InteractionKinds.Command, Data: { Name: "connect", Type: not 3 } };

    /// <summary>Answers a direct interaction.</summary>
    public Task AnswerAsync(WireInteraction interaction, IInboundSink sink, CancellationToken cancellationToken) => interaction.Type switch
    {
        InteractionKinds.Autocomplete => autocomplete.AnswerAsync(interaction, Key(interaction), sink, cancellationToken),
        InteractionKinds.Command => responder.ReplyAsync(interaction, ConnectForm.Show(Words.For(interaction.Locale)), cancellationToken),
        _ => ConnectAsync(interaction, sink, cancellationToken),
    };

    /// <summary>Acknowledges: a command shows "thinking", a button stays as it is.</summary>
    public Task AcknowledgeAsync(WireInteraction interaction, CancellationToken cancellationToken) =>
        responder.DeferAsync(interaction, interaction.Type == InteractionKinds.Component, onlyForPerson: false, cancellationToken);

    /// <summary>Posts a command or button press into the sink.</summary>
    /// <param name="interaction">A command or button.</param>
    /// <param name="acknowledged">The acknowledgement in flight.</param>
    /// <param name="self">The bot's id.</param>
    /// <param name="sink">The engine's inbox.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task PostAsync(WireInteraction interaction, Task acknowledged, string self, IInboundSink sink, CancellationToken cancellationToken)
    {
        if (InteractionContext.Channel(interaction) is not { } channel || InteractionContext.Person(interaction) is not { } person || interaction.Data is not { } data)
        {
            return;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(acknowledged, Task.Delay(AcknowledgePatience, clock, late.Token));
        await late.CancelAsync();
        var state = await EnterAsync(interaction, channel, cancellationToken);
        var open = interactions.Find(interaction.Id) ?? interactions.Add(interaction.Id, interaction.ApplicationId, interaction.Token, channel, interaction.Locale);
        var message = new InboundMessage
        {
            Conversation = Key(interaction),
            MessageId = interaction.Id,
            Author = MessageReader.Author(person, interaction.Member),
            Language = interaction.Locale,
            Server = interaction.GuildId,
            IsPrivate = state.IsPrivate,
            IsAdministrator = administrators.Known(interaction.Member, state.IsPrivate),
        };
        if (interaction.Type == InteractionKinds.Component)
        {
            await PressAsync(interaction, message, open, sink, cancellationToken);
        }
        else
        {
            var text = CommandText.Write(data, self);
            await CommandAsync(interaction, message with { Text = text, Attachments = CommandText.Files(interaction, self) }, open, state, sink, cancellationToken);
        }

        registry.MarkRead(channel, state, interaction.Id);
    }

    private async Task PressAsync(
        WireInteraction interaction, InboundMessage message, OpenInteraction open, IInboundSink sink, CancellationToken cancellationToken)
    {
        open.SetEcho(null);
        var action = interaction.Data?.CustomId ?? "";
        if (action.StartsWith(ThreadOpener.ButtonPrefix, StringComparison.Ordinal))
        {
            await threadButton.PressAsync(interaction, message, open, sink, cancellationToken);
            return;
        }

        await sink.PostAsync(message with { ActionId = action, ActionMessageId = interaction.Message?.Id }, cancellationToken);
    }

    private async Task CommandAsync(
        WireInteraction interaction, InboundMessage message, OpenInteraction open, ChannelState state, IInboundSink sink, CancellationToken cancellationToken)
    {
        if (Secrets.IsIn(message.Text))
        {
            open.SetEcho(await responder.FillAsync(open, Words.For(interaction.Locale)["secret.command"], cancellationToken));
            return;
        }

        var mayOpen = !state.IsReadOnly && ThreadOpener.CanHold(interaction) && CommandText.IsMake(message.Text);
        if (mayOpen && options.Threads == ThreadMode.Always)
        {
            await commandEcho.ShowAsync(interaction, message, open, offerThread: false, cancellationToken);
            message = await threadButton.InThreadAsync(message, open, cancellationToken);
            await sink.PostAsync(message, cancellationToken);
            return;
        }

        // A request for work is shown at once, with its files; any other command is explained by its answer.
        var isWork = CommandText.IsMake(message.Text);
        open.ReserveReply();
        var show = isWork && open.TryTakeReply();
        var isDuplicate = await IsDuplicateAsync(message, open, show, sink, cancellationToken);
        if (show || (!isWork && !isDuplicate))
        {
            _ = ShowAsync(interaction, message, open, mayOpen && options.Threads == ThreadMode.Offer, waits: !isWork, cancellationToken);
        }
    }

    private static async Task<bool> IsDuplicateAsync(
        InboundMessage message, OpenInteraction open, bool tookReply, IInboundSink sink, CancellationToken cancellationToken)
    {
        try
        {
            return (await sink.PostAsync(message, cancellationToken)).IsDuplicate;
        }
        catch when (tookReply)
        {
            open.ReturnReply();
            throw;
        }
    }

    private async Task ShowAsync(
        WireInteraction interaction, InboundMessage message, OpenInteraction open, bool offerThread, bool waits, CancellationToken cancellationToken)
    {
        var isAnswered = false;
        try
        {
            if (waits)
            {
                await Task.WhenAny(open.ReplyReleased, Task.Delay(options.AnswerPatience, clock, cancellationToken));
                isAnswered = !open.TryTakeReply();
            }

            await (isAnswered
                ? commandEcho.NotifyAsync(interaction, open, cancellationToken)
                : commandEcho.ShowAsync(interaction, message, open, offerThread, cancellationToken));
        }
        catch (Exception e)
        {
            LogNotShown(log, e.GetType().Name);
        }
        finally
        {
            if (!isAnswered)
            {
                open.SetEcho(null);
            }
        }
    }

    private async Task ConnectAsync(WireInteraction interaction, IInboundSink sink, CancellationToken cancellationToken)
    {
        await responder.DeferAsync(interaction, update: false, onlyForPerson: true, cancellationToken);
        var channel = InteractionContext.Channel(interaction);
        if (interaction.Data is not { CustomId: ConnectForm.Id } data || channel is null || InteractionContext.Person(interaction) is not { } person)
        {
            return;
        }

        var open = interactions.Add(interaction.Id, interaction.ApplicationId, interaction.Token, channel, interaction.Locale);
        string sentence;
        try
        {
            var state = await EnterAsync(interaction, channel, cancellationToken);
            registry.MarkRead(channel, state, interaction.Id);
            var author = MessageReader.Author(person, interaction.Member);
            sentence = await sink.ConnectAsync(Key(interaction), author, ConnectForm.Read(data), interaction.Locale, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogConnectFailed(log, e.GetType().Name);
            sentence = Words.For(interaction.Locale)["failed"];
        }

        open.SetEcho(await responder.FillAsync(open, sentence, cancellationToken));
    }

    /// <summary>Records the channel and what the interaction says about it.</summary>
    private async Task<ChannelState> EnterAsync(WireInteraction interaction, string channel, CancellationToken cancellationToken)
    {
        var (state, isNew) = registry.GetOrAdd(channel, interaction.GuildId, InteractionContext.IsPrivate(interaction));
        state.IsReadOnly = InteractionContext.IsReadOnly(interaction);
        if (interaction.AttachmentSizeLimit is > 0 and var limit)
        {
            state.UploadBytes = limit;
        }

        if (isNew)
        {
            registry.MarkRead(channel, state, interaction.Id);
            await registry.SaveAsync(cancellationToken);
        }

        return state;
    }

    private static ConversationKey Key(WireInteraction interaction) => new("discord", InteractionContext.Channel(interaction) ?? "0");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A command was accepted but could not be shown in the channel ({Kind})")]
    private static partial void LogNotShown(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "An account could not be connected ({Kind})")]
    private static partial void LogConnectFailed(ILogger logger, string kind);
}
