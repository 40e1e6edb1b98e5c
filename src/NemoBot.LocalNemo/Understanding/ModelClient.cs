using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using NemoBot.LocalNemo.Settings;
using OpenAI;

namespace NemoBot.LocalNemo.Understanding;

/// <summary>Makes the client of an OpenAI-compatible service.</summary>
internal static class ModelClient
{
    // Services that need no key still want one to be sent.
    private const string NoKey = "none";

    public static IChatClient Create(UnderstandingOptions options) => new OpenAIClient(
        new ApiKeyCredential(string.IsNullOrWhiteSpace(options.Key) ? NoKey : options.Key),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Address),
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        }).GetChatClient(options.Model).AsIChatClient();
}
