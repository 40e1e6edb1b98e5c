using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;

namespace NemoBot.Telegram.Api;

/// <summary>The library's JSON options, extended by <see cref="ApiJsonContext"/>.</summary>
internal static class ApiJson
{
    /// <summary>The options belong to the whole process and can be extended only before their first use.</summary>
    public static JsonSerializerOptions Options { get; } = Extend(JsonBotAPI.Options);

    /// <summary>The metadata of a type of the library.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Extend(JsonSerializerOptions options)
    {
        if (options.TypeInfoResolver is null)
        {
            // A process that allows reflection leaves the library's options without metadata.
            options.TypeInfoResolverChain.Add(JsonBotSerializerContext.Default);
        }

        options.TypeInfoResolverChain.Add(ApiJsonContext.Default);
        return options;
    }
}
