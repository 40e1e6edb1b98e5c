using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>
/// Thousands of changes of every kind, several in flight at once, over conversations that move and are forgotten meanwhile. No
/// update is lost, nothing forgotten returns, nothing that ended opens again: the store agrees with a model after every round.
/// </summary>
public sealed class InterleavingTests : IDisposable
{
    private const int Rounds = 900;
    private static readonly ConversationKey[] Keys = [new("web", "a"), new("web", "b"), new("telegram", "-1"), new("telegram", "-2")];
    private static readonly TurnState[] States = Enum.GetValues<TurnState>();
    private readonly LiteDatabase _database = new();
    private readonly StoreModel _model = new();
    private readonly List<long> _turns = [];
    private readonly List<string> _renders = [];
    private readonly List<long> _replies = [];
    private IBotStore _store = null!;
    private int _count;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        (_store as IDisposable)?.Dispose();
        _database.Dispose();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12, Explicit = true)]
    public async Task Random_interleavings_of_all_changes_agree_with_the_model(int seed)
    {
        var random = new Random(seed);
        _store = await _database.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            // Calls of one thread are taken in order, so that the model can follow them; they share groups and commits.
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 6)).Select(_ => ChangeAsync(random)).ToList());
            await CheckSomeAsync(random);
            if (round % 150 == 149)
            {
                (_store as IDisposable)?.Dispose();
                _store = await _database.OpenAsync();
                await CheckAllAsync();
            }
        }

        Assert.True(_turns.Count > 100 && _renders.Count > 50 && _replies.Count > 20);
    }

    private Task ChangeAsync(Random random)
    {
        var key = Keys[random.Next(Keys.Length)];
        var number = ++_count;
        return random.Next(40) switch
        {
            0 => ForgetAsync(key),
            1 => MoveAsync(key, Keys[random.Next(Keys.Length)]),
            < 5 => AddConversationAsync(key),
            < 8 => ChangeAsync(key, c => c with { CreditsUsed = c.CreditsUsed + 1, AutoRender = !c.AutoRender }),
            < 10 => ChangeAsync(key, c => c with { AccountKey = $"own-{number}" }),
            < 12 => ChangeAsync(key, c => c with { Skill = $"skill-{number}" }),
            < 14 => ChangeAsync(key, c => c with { Language = number % 2 == 0 ? "en" : "zh", LanguageChosen = true }),
            < 19 => AddTurnAsync(key, number),
            < 25 => ChangeTurnAsync(Pick(_turns, random), States[random.Next(States.Length)]),
            < 27 => ChangeTurnAsync(Pick(_turns, random), number),
            < 29 => EndTurnAsync(Pick(_turns, random)),
            < 32 => AddRenderAsync(key, number),
            < 34 => ChangeRenderAsync(Pick(_renders, random), r => r with { Polls = r.Polls + 1 }),
            < 36 => EndRenderAsync(Pick(_renders, random)),
            < 38 => ReplyAsync(Pick(_replies, random), random.Next(2) == 0),
            _ => ClaimAsync($"owner-{number % 2}", number),
        };
    }

    private async Task AddConversationAsync(ConversationKey key)
    {
        _model.Add(Samples.Conversation(key));
        await _store.AddConversationAsync(Samples.Conversation(key), Stop);
    }

    private async Task ChangeAsync(ConversationKey key, Func<ConversationRecord, ConversationRecord> change)
    {
        _model.Change(key, change);
        var expected = _model.Conversations.GetValueOrDefault(key);
        Assert.Equal(expected, await _store.UpdateConversationAsync(key, change, Stop));
    }

    private async Task ForgetAsync(ConversationKey key)
    {
        _model.Forget(key);
        await _store.ForgetConversationAsync(key, Stop);
    }

    private async Task MoveAsync(ConversationKey from, ConversationKey to)
    {
        _model.Move(from, to);
        await _store.MoveConversationAsync(from, to, Stop);
    }

    private async Task AddTurnAsync(ConversationKey key, int number)
    {
        var turn = Samples.Turn(key, $"{number}");
        _model.Touch(key);
        var id = _turns.Count + 1L;
        _turns.Add(id);
        _model.Turns[id] = turn with { Id = id };
        Assert.Equal(id, (await _store.AddTurnAsync(turn, Stop))!.Id);
    }

    private Task ChangeTurnAsync(long id, TurnState state) => ChangeTurnAsync(id, t => t with { State = state });

    private Task ChangeTurnAsync(long id, int number) =>
        ChangeTurnAsync(id, t => t with { Reply = t.Reply + $"{number},", SentAt = Samples.Noon, CreditsBefore = number, CreditsAfter = 0 });

    private async Task ChangeTurnAsync(long id, Func<TurnRecord, TurnRecord> change)
    {
        var taken = _model.Change(id, change);
        Assert.Equal(taken, await _store.UpdateTurnAsync(id, change, Stop) is not null);
    }

    private async Task EndTurnAsync(long id)
    {
        var isOpen = _model.Turns.TryGetValue(id, out var turn) && turn.State.IsOpen();
        var reply = Samples.FullEnding(Keys[0]) with { TurnId = id, Owner = null, LeaseUntil = null };
        long? expected = isOpen ? AddReply(reply with { Conversation = turn!.Message.Conversation }) : null;
        _model.Change(id, t => isOpen ? t with { State = TurnState.Done } : t);
        Assert.Equal(expected, (await _store.EndTurnAsync(id, t => t with { State = TurnState.Done }, reply, Stop))?.Id);
    }

    private async Task AddRenderAsync(ConversationKey key, int number)
    {
        var render = Samples.Render(key, $"render_{number}");
        _renders.Add(render.Id);
        var isKnown = _model.Knows(key);
        if (isKnown)
        {
            _model.Renders[render.Id] = render;
        }

        Assert.Equal(isKnown, await _store.AddRenderAsync(render, Stop));
    }

    private async Task ChangeRenderAsync(string id, Func<RenderRecord, RenderRecord> change)
    {
        var isOpen = _model.Renders.TryGetValue(id, out var render) && !render.IsClosed;
        if (isOpen)
        {
            _model.Renders[id] = change(render!);
        }

        Assert.Equal(isOpen, await _store.UpdateRenderAsync(id, change, Stop) is not null);
    }

    private async Task EndRenderAsync(string id)
    {
        var isOpen = _model.Renders.TryGetValue(id, out var render) && !render.IsClosed;
        var reply = Samples.FullEnding(Keys[0]) with { Owner = null, LeaseUntil = null };
        long? expected = null;
        if (isOpen)
        {
            _model.Renders[id] = render! with { IsClosed = true };
            expected = AddReply(reply with { Conversation = render.Conversation });
        }

        Assert.Equal(expected, (await _store.EndRenderAsync(id, r => r with { IsClosed = true }, reply, Stop))?.Id);
    }

    private async Task ReplyAsync(long id, bool isShown)
    {
        if (isShown)
        {
            _model.Replies.Remove(id);
            await _store.DeletePendingReplyAsync(id, Stop);
            return;
        }

        var isThere = _model.Replies.TryGetValue(id, out var reply);
        if (isThere)
        {
            _model.Replies[id] = reply! with { Text = reply.Text + "+" };
        }

        Assert.Equal(isThere, await _store.UpdatePendingReplyAsync(id, r => r with { Text = r.Text + "+" }, Stop) is not null);
    }

    /// <summary>Claims every lease that has run out, which is all of them: time here is the number of the change.</summary>
    private async Task ClaimAsync(string owner, int number)
    {
        var open = _model.Turns.Values.Where(t => t.State.IsOpen()).Select(t => t.Id).Order().ToList();
        foreach (var id in open)
        {
            _model.Turns[id] = _model.Turns[id] with { Owner = owner, LeaseUntil = Samples.Noon.AddSeconds(number) };
        }

        var now = Samples.Noon.AddSeconds(number);
        Assert.Equal(open, (await _store.ClaimOpenTurnsAsync(owner, now, now, Stop)).Select(t => t.Id));
    }

    private long AddReply(PendingReply reply)
    {
        var id = _replies.Count + 1L;
        _replies.Add(id);
        _model.Replies[id] = reply with { Id = id };
        return id;
    }

    private async Task CheckSomeAsync(Random random)
    {
        var key = Keys[random.Next(Keys.Length)];
        Assert.Equal(_model.Conversations.GetValueOrDefault(key), await _store.GetConversationAsync(key, Stop));
        await CheckTurnAsync(Pick(_turns, random));
        var render = Pick(_renders, random);
        Assert.Equal(_model.Renders.GetValueOrDefault(render), await _store.GetRenderAsync(render, Stop));
    }

    private async Task CheckAllAsync()
    {
        foreach (var key in Keys)
        {
            Assert.Equal(_model.Conversations.GetValueOrDefault(key), await _store.GetConversationAsync(key, Stop));
            var last = _model.Turns.Values.Where(t => t.Message.Conversation == key && (t.SentAt is not null || t.State is TurnState.Sent or TurnState.Failed)).MaxBy(t => t.Id);
            Assert.Equal(last?.Id, (await _store.GetLastTurnAsync(key, Stop))?.Id);
        }

        foreach (var id in _turns)
        {
            await CheckTurnAsync(id);
        }

        foreach (var id in _renders)
        {
            Assert.Equal(_model.Renders.GetValueOrDefault(id), await _store.GetRenderAsync(id, Stop));
        }

        foreach (var id in _replies)
        {
            var kept = await _store.UpdatePendingReplyAsync(id, r => r, Stop);
            Assert.Equal((_model.Replies.GetValueOrDefault(id)?.Text, _model.Replies.GetValueOrDefault(id)?.Conversation), (kept?.Text, kept?.Conversation));
        }
    }

    private async Task CheckTurnAsync(long id) =>
        Assert.Equivalent(_model.Turns.GetValueOrDefault(id), await _store.GetTurnAsync(id, Stop), strict: true);

    private static T Pick<T>(List<T> all, Random random) => all.Count == 0 ? (typeof(T) == typeof(string) ? (T)(object)"none" : default!) : all[random.Next(all.Count)];
}
