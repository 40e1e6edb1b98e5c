using System.Globalization;
using NemoBot.Core.Backend;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Reads the prompt of a turn: looks up what a button means.</summary>
internal sealed class PromptRequestReader(IBotStore store, ISkillCatalog skills)
{
    /// <returns>The request; null if the button means nothing any more.</returns>
    public async Task<PromptRequest?> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        return context.Message.ActionId is not null
            ? await ReadPressAsync(context, context.Request, cancellationToken).ConfigureAwait(false)
            : new PromptRequest
            {
                Prompt = context.Request.Arguments,
                Files = context.Message.Attachments,
                FilesUploaded = context.Turn.FilesUploaded,
                CostAccepted = context.Turn.CostAccepted,
            };
    }

    /// <summary>Marks the turn that failed as replaced. Called once this turn is on disk with its prompt.</summary>
    public Task ReplaceOriginalAsync(PromptRequest request, CancellationToken cancellationToken) =>
        request.Original is { State: not TurnState.Replaced } original
            ? store.UpdateTurnAsync(original.Id, t => t.State.IsOpen() ? t : t with { State = TurnState.Replaced }, cancellationToken)
            : Task.CompletedTask;

    private async Task<PromptRequest?> ReadPressAsync(TurnContext context, Request request, CancellationToken cancellationToken)
    {
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

    private static PromptRequest? Preset(TurnContext context, string name)
    {
        var key = $"preset.{name}.prompt";
        return context.Texts.Keys.Contains(key) ? new PromptRequest { Prompt = context.Texts[key] } : null;
    }

    private PromptRequest? Starter(TurnContext context, string skill, string place) =>
        skills.Find(skill)?.Starters.GetValueOrDefault(context.Conversation.Language) is { } starters
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < starters.Count
            ? new PromptRequest { Prompt = starters[index] }
            : null;

    private async Task<PromptRequest?> OfferAsync(TurnContext context, string turn, string place, CancellationToken cancellationToken) =>
        await FindAsync(context, turn, cancellationToken).ConfigureAwait(false) is { } original
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < original.Offers.Count
            ? new PromptRequest { Prompt = original.Offers[index] }
            : null;

    private async Task<PromptRequest?> AgainAsync(TurnContext context, string turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, turn, cancellationToken).ConfigureAwait(false) is not { } original || !MayRunAgain(context, original))
        {
            return null;
        }

        var first = await FirstAsked.FindAsync(store, original, cancellationToken).ConfigureAwait(false);
        if ((original.Prompt ?? await ReadWordsAsync(context, first, cancellationToken).ConfigureAwait(false)) is not { } words)
        {
            return null;
        }

        var verb = context.Request.Command;
        return new PromptRequest
        {
            Prompt = words,
            Files = first.Message.Attachments,
            FilesUploaded = IsAtBackend(context, context.Turn) || (IsAtBackend(context, original) && verb != ButtonIds.Local),
            Compress = verb == ButtonIds.Compress,
            CostAccepted = verb == ButtonIds.Go,
            GoLocal = verb == ButtonIds.Local,
            Original = original,
        };
    }

    /// <summary>The files of a turn are in the session that the conversation has now.</summary>
    private static bool IsAtBackend(TurnContext context, TurnRecord turn) => turn.FilesUploaded && turn.SessionId == context.Conversation.SessionId;

    /// <summary>The words of a turn that did not come as far as to store them; null if its button means nothing any more.</summary>
    private async Task<string?> ReadWordsAsync(TurnContext context, TurnRecord turn, CancellationToken cancellationToken)
    {
        var request = RequestParser.Read(turn.Message);
        return turn.Message.ActionId is null ? request.Arguments
            : request.Command is ButtonIds.Preset or ButtonIds.Starter or ButtonIds.Offer
                ? (await ReadPressAsync(context, request, cancellationToken).ConfigureAwait(false))?.Prompt
                : null;
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

    private Task<TurnRecord?> FindAsync(TurnContext context, string number, CancellationToken cancellationToken) =>
        NamedTurn.FindAsync(store, number, context.Key, cancellationToken);
}
