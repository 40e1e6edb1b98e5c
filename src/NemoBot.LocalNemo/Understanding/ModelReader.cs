using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Turns;

namespace NemoBot.LocalNemo.Understanding;

/// <summary>
/// Asks a language model about requests that the built-in interpreter does not understand completely. Whatever goes wrong with the
/// model, the interpreter's result is used.
/// </summary>
internal sealed partial class ModelReader(IChatClient client, UnderstandingOptions options, TimeProvider clock, ILogger<ModelReader> log) : IMessageReader
{
    private const int CharactersPerToken = 3;

    private readonly TokenBudget _budget = new(options.TokensPerDay, clock);

    public async Task<Interpretation> ReadAsync(Situation situation, CancellationToken cancellationToken)
    {
        var builtIn = Interpreter.Read(situation);
        if ((builtIn.Leftovers.Count == 0 && !builtIn.IsGuess) || !_budget.HasLeft)
        {
            return builtIn;
        }

        try
        {
            using var timeout = new CancellationTokenSource(options.Timeout, clock);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            return await AskAsync(situation, builtIn, linked.Token) ?? builtIn;
        }
        catch (Exception exception) when (exception is HttpRequestException or ClientResultException or OperationCanceledException or JsonException or InvalidOperationException or NotSupportedException
            && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name);
            return builtIn;
        }
    }

    /// <summary>Asks, and once more if the answer is not valid.</summary>
    private async Task<Interpretation?> AskAsync(Situation situation, Interpretation builtIn, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [.. ModelPrompt.Of(situation)];
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var response = await client.GetResponseAsync(messages, new ChatOptions { ResponseFormat = ChatResponseFormat.Json, Temperature = 0 }, cancellationToken);
            _budget.Book(response.Usage?.TotalTokenCount ?? (messages.Sum(m => m.Text.Length) + response.Text.Length) / CharactersPerToken);
            try
            {
                return Combine(ModelAnswer.Read(response.Text, situation.Files), builtIn);
            }
            catch (JsonException exception)
            {
                messages.AddRange([new ChatMessage(ChatRole.Assistant, response.Text.Length > 2000 ? response.Text[..2000] : response.Text), ModelPrompt.Repair(exception.Message)]);
            }
        }

        LogInvalid();
        return null;
    }

    /// <summary>
    /// The model's edits after the placement of new files. They count as guesses, so that harm is asked about first, unless the
    /// interpreter found the same.
    /// </summary>
    private static Interpretation? Combine(ModelAnswer answer, Interpretation builtIn)
    {
        if (answer.Edits.Count == 0 && answer.Question is null)
        {
            return null;
        }

        var placed = answer.Edits.OfType<PlaceFile>().Select(p => p.File).ToList();
        IReadOnlyList<Edit> placements = [.. builtIn.Edits.OfType<PlaceFile>().Where(p => placed.Count == 0)];
        return builtIn with
        {
            Edits = [.. placements, .. answer.Edits],
            Leftovers = answer.Unclear,
            IsGuess = !answer.Edits.SequenceEqual(builtIn.Edits),
            Question = answer.Question,
            Suggestions = [],
            IsRequest = true,
        };
    }

    [LoggerMessage(LogLevel.Warning, "The language model could not be asked ({Reason}); the built-in interpreter is used.")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "The language model's answer was not valid twice; the built-in interpreter is used.")]
    private partial void LogInvalid();
}
