using Microsoft.Extensions.Options;
using NemoBot.Core.Access;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>
/// <c>/pair</c>: shows an administrator of the bot a code that lets one newcomer in; <c>/pair remove platform:id</c> takes the access
/// away. What newcomers type is read before anything is stored, by <see cref="AccessGate"/>.
/// </summary>
internal sealed class PairCommand(AccessLists lists, PairingService pairing, IOptionsMonitor<AccessOptions> options) : ICommand
{
    private const string Remove = "remove ";

    public IReadOnlyList<string> Names => ["pair"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        if (!options.CurrentValue.OnlyKnown)
        {
            return new Answer(texts["pair.open"]);
        }

        var arguments = context.Request.Arguments;
        if (!lists.IsBotAdministrator(context.Key, context.Message.Author))
        {
            return new Answer(texts[arguments.Length > 0 ? "pair.known" : "pair.denied"]);
        }

        // A code in a group would let in whoever is fastest.
        if (!context.Message.IsPrivate)
        {
            return new Answer(texts["pair.private"]);
        }

        if (arguments.StartsWith(Remove, StringComparison.OrdinalIgnoreCase))
        {
            var removed = await pairing.RemoveAsync(arguments[Remove.Length..].Trim(), cancellationToken).ConfigureAwait(false);
            return new Answer(texts[removed ? "pair.removed" : "pair.unknown"]);
        }

        var code = await pairing.CreateAsync(context.Key, cancellationToken).ConfigureAwait(false);
        return new Answer(texts.Format("pair.code", code, ProgressText.Span(options.CurrentValue.PairingLife, texts)));
    }
}
