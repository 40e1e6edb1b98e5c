using NemoBot.Tests.Telegram.StandIn;

namespace NemoBot.Bench.Whole;

/// <summary>Private chats in Telegram.</summary>
internal sealed class TelegramCrowd : ICrowd
{
    private const long First = 1_000_000;
    private readonly TelegramStandIn _server;

    private TelegramCrowd(TelegramStandIn server) => _server = server;

    public Dictionary<string, string> Settings => new()
    {
        ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
        ["NEMOBOT__Telegram__ApiBaseUrl"] = _server.Address.AbsoluteUri,
    };

    public bool IsReady => _server.IsPolled;

    public IEnumerable<string> Complaints => _server.Violations;

    public static async Task<TelegramCrowd> StartAsync(int places)
    {
        var server = await TelegramStandIn.StartAsync(TimeProvider.System);
        for (var i = 0; i < places; i++)
        {
            server.AddChat(First + i, "private");
        }

        return new TelegramCrowd(server);
    }

    public void Say(int place, string text) => _server.Say(_server.Compose(First + place, text, First + place));

    public (IReadOnlyList<string> Texts, int Files) Look(int place)
    {
        var messages = _server.Messages(First + place);
        return ([.. messages.Where(m => m.File is null).Select(m => m.Text)], messages.Count(m => m.File is not null));
    }

    /// <summary>Polls are single requests: there is no connection to cut.</summary>
    public void Cut()
    {
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
