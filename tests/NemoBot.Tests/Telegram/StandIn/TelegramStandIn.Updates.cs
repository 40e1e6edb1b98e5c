using System.Text;
using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

internal sealed partial class TelegramStandIn
{
    private readonly SortedDictionary<long, JsonObject> _updates = [];
    private readonly CancellationTokenSource _closing = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _updateIds = 7000;
    private string[]? _allowed;
    private int _polls;
    private int _pollCount;

    /// <summary>The address that updates are posted to.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>The secret that goes with them.</summary>
    public string? WebhookSecret { get; private set; }

    /// <summary>Polls never end, as on a connection whose other end is gone.</summary>
    public bool IsDead { get; set; }

    /// <summary>Updates that the bot has not confirmed by a later offset.</summary>
    public int Unconfirmed
    {
        get
        {
            lock (_lock)
            {
                return _updates.Count;
            }
        }
    }

    /// <summary>How many polls began.</summary>
    public int PollCount => Volatile.Read(ref _pollCount);

    /// <summary>A poll is waiting.</summary>
    public bool IsPolled => Volatile.Read(ref _polls) > 0;

    /// <summary>Puts an update into the queue.</summary>
    public long Push(string kind, JsonNode content)
    {
        lock (_lock)
        {
            if (_allowed is not null && !_allowed.Contains(kind))
            {
                return 0;
            }

            var id = _updateIds++;
            _updates[id] = new JsonObject { ["update_id"] = id, [kind] = content };
            _news.TrySetResult();
            return id;
        }
    }

    /// <summary>Puts the newest update into the queue once more.</summary>
    public void PushAgain(JsonObject update)
    {
        lock (_lock)
        {
            var copy = (JsonObject)update.DeepClone();
            copy["update_id"] = _updateIds;
            _updates[_updateIds++] = copy;
            _news.TrySetResult();
        }
    }

    /// <summary>Posts an update to the bot's webhook.</summary>
    public static async Task<int> PostAsync(Uri address, string? secret, JsonNode update, CancellationToken stop)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json");
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await client.SendAsync(request, stop);
        return (int)response.StatusCode;
    }

    private async Task<JsonNode> GetUpdatesAsync(JsonObject fields, CancellationToken stop)
    {
        if (WebhookUrl is not null)
        {
            throw new BotApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        var until = _clock.GetUtcNow() + TimeSpan.FromSeconds((long)fields["timeout"]!);
        Interlocked.Increment(ref _polls);
        Interlocked.Increment(ref _pollCount);
        try
        {
            while (true)
            {
                Task news;
                lock (_lock)
                {
                    Confirm(fields);
                    if (!IsDead && (_updates.Count > 0 || _clock.GetUtcNow() >= until))
                    {
                        return new JsonArray([.. _updates.Values.Take((int?)fields["limit"] ?? 100).Select(u => u.DeepClone())]);
                    }

                    _news = _news.Task.IsCompleted ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : _news;
                    news = _news.Task;
                }

                using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, _closing.Token);
                var left = IsDead ? Timeout.InfiniteTimeSpan : until - _clock.GetUtcNow();
                await Task.WhenAny(news, Task.Delay(left < TimeSpan.Zero && !IsDead ? TimeSpan.Zero : left, _clock, both.Token));
                both.Token.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _polls);
        }
    }

    private void Confirm(JsonObject fields)
    {
        _allowed = [.. fields["allowed_updates"]!.AsArray().Select(a => (string)a!)];
        var offset = (long?)fields["offset"] ?? 0;
        foreach (var id in _updates.Keys.Where(id => id < offset).ToList())
        {
            _updates.Remove(id);
        }
    }

    private JsonValue SetWebhook(JsonObject fields)
    {
        WebhookSecret = (string?)fields["secret_token"];
        WebhookUrl = (string)fields["url"]!;
        return JsonValue.Create(true);
    }

    private JsonValue DeleteWebhook()
    {
        WebhookUrl = null;
        return JsonValue.Create(true);
    }

    private void StopWaiting() => _closing.Cancel();
}
