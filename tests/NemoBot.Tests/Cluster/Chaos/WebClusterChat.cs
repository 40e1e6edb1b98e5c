using System.Net;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>A channel of the web chat. A post without an answer is made again under its key, through another instance if need be.</summary>
internal sealed class WebClusterChat(string name, Func<Instance> anyInstance) : ClusterChat(name)
{
    private readonly string _name = name;

    public override async Task<IReadOnlyList<string>> ReadFinalsAsync() => ClusterRun.Finals(await anyInstance().ReadAsync(_name));

    public override async Task<string> DescribeRestAsync() => string.Join('\n', (await anyInstance().ReadAsync(_name)).Select(m => $"  {m}"));

    protected override Task SayAsync(string text) => ClusterRun.UntilAsync(() => TryAsync(text), () => $"'{text}' was not accepted.");

    private async Task<bool> TryAsync(string text)
    {
        try
        {
            return await anyInstance().SayAsync(_name, text, key: text.Replace(' ', '-')) == HttpStatusCode.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }
}
