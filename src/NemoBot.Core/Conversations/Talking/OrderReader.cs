using System.Globalization;
using NemoBot.Core.Backend;
using NemoBot.Core.Conversations.Requests;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Talking;

/// <summary>Turns a request into what is to be said: looks up what a button stands for.</summary>
internal sealed class OrderReader(IBotStore store, ISkillCatalog skills)
{
    /// <returns>The order; null if the button means nothing any more.</returns>
    public async Task<TalkOrder?> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (context.Message.ActionId is null)
        {
            return new TalkOrder
            {
                Prompt = request.Arguments,
                Files = context.Message.Attachments,
                FilesUploaded = context.Turn.FilesUploaded,
                CostAccepted = context.Turn.CostAccepted,
            };
        }

        var parts = request.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return request.Command switch
        {
            ButtonIds.Preset when parts is [var name] => Preset(context, name),
            ButtonIds.Starter when parts is [var skill, var place] => Starter(context, skill, place),
            ButtonIds.Offer when parts is [var turn, var place] => await OfferAsync(context, turn, place, cancellationToken).ConfigureAwait(false),
            _ when parts is [var turn] => await AgainAsync(context, turn, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
    }

    /// <summary>The turn that did not succeed is this one's from now on. Called once this one is on disk with what it is to say.</summary>
    public Task TakeOverAsync(TalkOrder order, CancellationToken cancellationToken) =>
        order.Original is { State: not TurnState.Replaced } original
            ? store.UpdateTurnAsync(original with { State = TurnState.Replaced }, cancellationToken)
            : Task.CompletedTask;

    private static TalkOrder? Preset(TurnContext context, string name)
    {
        var key = $"preset.{name}.prompt";
        return context.Texts.Keys.Contains(key) ? new TalkOrder { Prompt = context.Texts[key] } : null;
    }

    private TalkOrder? Starter(TurnContext context, string skill, string place) =>
        skills.Find(skill)?.Starters.GetValueOrDefault(context.Conversation.Language) is { } starters
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < starters.Count
            ? new TalkOrder { Prompt = starters[index] }
            : null;

    private async Task<TalkOrder?> OfferAsync(TurnContext context, string turn, string place, CancellationToken cancellationToken) =>
        await FindAsync(context, turn, cancellationToken).ConfigureAwait(false) is { } original
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < original.Offers.Count
            ? new TalkOrder { Prompt = original.Offers[index] }
            : null;

    private async Task<TalkOrder?> AgainAsync(TurnContext context, string turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, turn, cancellationToken).ConfigureAwait(false) is not { } original || !MayRunAgain(context, original))
        {
            return null;
        }

        var request = RequestReader.Read(original.Message);
        var verb = context.Request.Command;
        return new TalkOrder
        {
            Prompt = original.Prompt ?? (original.Message.ActionId is null ? request.Arguments : ""),
            Files = original.Message.Attachments,
            FilesUploaded = original.FilesUploaded && original.SessionId == context.Conversation.SessionId && verb != ButtonIds.Local,
            Compress = verb == ButtonIds.Compress,
            CostAccepted = verb == ButtonIds.Go,
            GoLocal = verb == ButtonIds.Local,
            Original = original,
        };
    }

    /// <summary>
    /// A turn that went well, or is being done again already, must not be paid twice. One that was taken over by this very turn, before
    /// a restart, is still this turn's to do.
    /// </summary>
    private static bool MayRunAgain(TurnContext context, TurnRecord original) => original.State switch
    {
        TurnState.Failed or TurnState.Held or TurnState.Cancelled => true,
        TurnState.Replaced => context.Turn.Prompt is not null,
        _ => false,
    };

    private async Task<TurnRecord?> FindAsync(TurnContext context, string id, CancellationToken cancellationToken) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await store.GetTurnAsync(number, cancellationToken).ConfigureAwait(false) is { } found && found.Message.Conversation == context.Key
            ? found
            : null;
}
