using System.Text.Json.Nodes;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>A gateway session: its events are kept, so that a resume replays what was missed.</summary>
internal sealed class StandInSession(string id)
{
    private readonly Lock _gate = new();
    private readonly List<(long Sequence, string Name, JsonObject Frame)> _events = [];
    private long _sequence;

    public string Id { get; } = id;

    public StandInSocket? Socket { get; private set; }

    public void Dispatch(string name, JsonNode data)
    {
        lock (_gate)
        {
            var frame = new JsonObject { ["op"] = 0, ["s"] = ++_sequence, ["t"] = name, ["d"] = data };
            _events.Add((_sequence, name, frame));
            Socket?.Send(frame);
        }
    }

    public void ForgetEvents()
    {
        lock (_gate)
        {
            _events.Clear();
        }
    }

    public void Repeat(string name)
    {
        JsonNode data;
        lock (_gate)
        {
            data = _events.Last(e => e.Name == name).Frame["d"]!.DeepClone();
        }

        Dispatch(name, data);
    }

    public void Send(JsonObject frame)
    {
        lock (_gate)
        {
            Socket?.Send(frame);
        }
    }

    /// <summary>Attaches a connection and replays what came after the number.</summary>
    public void Resume(StandInSocket socket, long after)
    {
        lock (_gate)
        {
            Socket = socket;
            foreach (var (_, _, frame) in _events.Where(e => e.Sequence > after))
            {
                socket.Send(frame);
            }
        }

        if (after != long.MaxValue)
        {
            Dispatch("RESUMED", new JsonObject());
        }
    }

    public void Detach(StandInSocket socket)
    {
        lock (_gate)
        {
            Socket = Socket == socket ? null : Socket;
        }
    }
}
