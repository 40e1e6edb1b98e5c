using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Threads;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Interactions;

/// <summary>
/// Turns interactions into messages for the engine. The first answer is under way before anything else happens; the request then
/// goes to disk, and what is shown of it follows without holding up the channel.
/// </summary>
internal sealed partial class InteractionHandler(
    Answers answers,
    Echoes echoes,
    Completion completion,
    ThreadButton threadButton,
    OpenInteractions interactions,
    PlaceBook book,
    AdministratorCheck administrators,
    DiscordOptions options,
    TimeProvider clock,
    ILogger<InteractionHandler> log)
{
    private static readonly TimeSpan FirstAnswerPatience = TimeSpan.FromSeconds(3);

    /// <summary>True if the interaction is dealt with by answering it, and never waits for others of its channel.</summary>
    public static bool IsDirect(WireInteraction interaction) =>
        interaction.Type is InteractionKinds.Autocomplete or InteractionKinds.ModalSubmit
        || interaction is { Type: InteractionKinds.Command, Data: { Name: "connect", Type: not 3 } };

    /// <summary>Deals with a direct interaction.</summary>
    public Task AnswerAsync(WireInteraction interaction, string self, IInboundSink sink, CancellationToken cancellationToken) => interaction.Type switch
    {
        InteractionKinds.Autocomplete => completion.AnswerAsync(interaction, Key(interaction), sink, cancellationToken),
        InteractionKinds.Command => answers.ReplyAsync(interaction, ConnectForm.Show(Words.For(interaction.Locale)), cancellationToken),
        _ => ConnectAsync(interaction, sink, cancellationToken),
    };

    /// <summary>Acknowledges: a command shows that it is being thought about, a button just stays.</summary>
    public Task AcknowledgeAsync(WireInteraction interaction, CancellationToken cancellationToken) =>
        answers.DeferAsync(interaction, interaction.Type == InteractionKinds.Component, onlyForPerson: false, cancellationToken);

    /// <summary>Writes the request to disk.</summary>
    /// <param name="interaction">A command or button.</param>
    /// <param name="acknowledged">The first answer, under way.</param>
    /// <param name="self">The bot's id.</param>
    /// <param name="sink">Where it goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PostAsync(WireInteraction interaction, Task acknowledged, string self, IInboundSink sink, CancellationToken cancellationToken)
    {
        if (Surroundings.Channel(interaction) is not { } channel || Surroundings.Person(interaction) is not { } person || interaction.Data is not { } data)
        {
            return;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(acknowledged, Task.Delay(FirstAnswerPatience, clock, late.Token));
        await late.CancelAsync();
        var place = await EnterAsync(interaction, channel, cancellationToken);
        var open = interactions.Find(interaction.Id) ?? interactions.Add(interaction.Id, interaction.ApplicationId, interaction.Token, channel, interaction.Locale);
        var message = new InboundMessage
        {
            Conversation = Key(interaction),
            MessageId = interaction.Id,
            Author = MessageReader.Author(person, interaction.Member),
            Language = interaction.Locale,
            IsPrivate = place.IsPrivate,
            IsAdministrator = administrators.Known(interaction.Member, place.IsPrivate),
        };
        if (interaction.Type == InteractionKinds.Component)
        {
            await PressAsync(interaction, message, open, sink, cancellationToken);
        }
        else
        {
            var text = CommandText.Write(data, self);
            await CommandAsync(interaction, message with { Text = text, Attachments = CommandText.Files(interaction, self) }, open, place, sink, cancellationToken);
        }

        book.Seen(channel, place, interaction.Id);
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
        WireInteraction interaction, InboundMessage message, OpenInteraction open, Place place, IInboundSink sink, CancellationToken cancellationToken)
    {
        if (Secrets.IsIn(message.Text))
        {
            open.SetEcho(await answers.FillAsync(open, Words.For(interaction.Locale)["secret.command"], cancellationToken));
            return;
        }

        var mayOpen = !place.IsMute && ThreadOpener.CanHold(interaction) && CommandText.IsMake(message.Text);
        if (mayOpen && options.Threads == ThreadMode.Always)
        {
            await echoes.ShowAsync(interaction, message, open, offerThread: false, cancellationToken);
            message = await threadButton.InThreadAsync(message, open, cancellationToken);
            await sink.PostAsync(message, cancellationToken);
            return;
        }

        // Work is shown at once, with its files; the answer to any other command says enough by itself.
        var isWork = CommandText.IsMake(message.Text);
        open.KeepPlace();
        var show = isWork && open.TakePlace();
        var receipt = await sink.PostAsync(message, cancellationToken);
        if (show || (!isWork && receipt != InboundReceipt.Duplicate))
        {
            _ = ShowAsync(interaction, message, open, mayOpen && options.Threads == ThreadMode.Offer, waits: !isWork, cancellationToken);
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
                await Task.WhenAny(open.Settled, Task.Delay(options.AnswerPatience, clock, cancellationToken));
                isAnswered = !open.TakePlace();
            }

            await (isAnswered
                ? echoes.TellAsync(interaction, open, cancellationToken)
                : echoes.ShowAsync(interaction, message, open, offerThread, cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
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
        await answers.DeferAsync(interaction, update: false, onlyForPerson: true, cancellationToken);
        var channel = Surroundings.Channel(interaction);
        if (interaction.Data is not { CustomId: ConnectForm.Id } data || channel is null || Surroundings.Person(interaction) is not { } person)
        {
            return;
        }

        var place = await EnterAsync(interaction, channel, cancellationToken);
        var open = interactions.Add(interaction.Id, interaction.ApplicationId, interaction.Token, channel, interaction.Locale);
        string sentence;
        try
        {
            var author = MessageReader.Author(person, interaction.Member);
            sentence = await sink.ConnectAsync(Key(interaction), author, ConnectForm.Read(data), interaction.Locale, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogConnectFailed(log, e.GetType().Name);
            sentence = Words.For(interaction.Locale)["failed"];
        }

        open.SetEcho(await answers.FillAsync(open, sentence, cancellationToken));
        book.Seen(channel, place, interaction.Id);
    }

    /// <summary>Remembers the conversation and what the interaction tells about it.</summary>
    private async Task<Place> EnterAsync(WireInteraction interaction, string channel, CancellationToken cancellationToken)
    {
        var (place, isNew) = book.Enter(channel, interaction.GuildId, Surroundings.IsPrivate(interaction));
        place.IsMute = Surroundings.IsMute(interaction);
        if (interaction.AttachmentSizeLimit is > 0 and var limit)
        {
            place.UploadBytes = limit;
        }

        if (isNew)
        {
            book.Seen(channel, place, interaction.Id);
            await book.SaveAsync(cancellationToken);
        }

        return place;
    }

    private static ConversationKey Key(WireInteraction interaction) => new("discord", Surroundings.Channel(interaction) ?? "0");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A command is on its way, but what was asked could not be shown ({Kind})")]
    private static partial void LogNotShown(ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Connecting an account failed ({Kind})")]
    private static partial void LogConnectFailed(ILogger logger, string kind);
}
