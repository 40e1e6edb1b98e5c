using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Settings;

/// <summary>Section <c>NemoBot:Nemo</c>; the variables that the service's documents name override it.</summary>
public sealed class NemoOptions : IValidatableObject
{
    /// <summary><c>local</c> or <c>cloud</c>; null: local, unless a token or an address of the service is set.</summary>
    public string? Backend { get; set; }

    /// <summary>The service's API; variable <c>NEMO_API_URL</c>.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://mega-api-prod.nemovideo.ai");

    /// <summary>The service's web site, for registering and opening projects; variable <c>NEMO_WEB_URL</c>.</summary>
    public Uri WebBaseUrl { get; set; } = new("https://nemovideo.com");

    /// <summary>The operator's own token; variable <c>NEMO_TOKEN</c>. Without one an anonymous token is asked for.</summary>
    public string? Token { get; set; }

    /// <summary>The client id that anonymous tokens are asked for with; variable <c>NEMO_CLIENT_ID</c>. Without one it is made and kept.</summary>
    [StringLength(64)]
    [RegularExpression("[!-~]+")]
    public string? ClientId { get; set; }

    /// <summary>What is sent as the skill's platform; variable <c>SKILL_SOURCE</c>. Without it, derived from the skill file's path.</summary>
    [StringLength(64)]
    [RegularExpression("[!-~]+")]
    public string? SkillSource { get; set; }

    /// <summary>A folder whose skill files are added to those of the product, or replace them by name.</summary>
    public string? SkillsFolder { get; set; }

    /// <summary>The skill that a new conversation starts with.</summary>
    [Required]
    public string DefaultSkill { get; set; } = "audio-upload-aioz";

    /// <summary>Usual price of a generating turn, in credits.</summary>
    [Range(0, int.MaxValue)]
    public int GenerationCost { get; set; } = 100;

    /// <summary>Usual price of an editing turn, in credits.</summary>
    [Range(0, int.MaxValue)]
    public int EditCost { get; set; } = 50;

    /// <summary>Most polls of a render in any <see cref="PollWindow"/>.</summary>
    [Range(1, 10000)]
    public int PollsPerWindow { get; set; } = 10;

    /// <summary>The time in which at most <see cref="PollsPerWindow"/> polls are made.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan PollWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two polls.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MinPollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After a lost stream: how long until the state is read for the first time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RecoveryFirstWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After a lost stream: how long between two further reads.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RecoveryWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After a lost stream: how many unchanged reads mean that nothing came of it.</summary>
    [Range(1, 1000)]
    public int RecoveryReads { get; set; } = 5;

    /// <summary>The client's waits, paces and limits.</summary>
    [ValidateObjectMembers]
    public NemoLimits Limits { get; set; } = new();

    /// <summary>True if the cloud was chosen: in words, or by a token, or by an address of the service.</summary>
    public bool UsesCloud => string.IsNullOrWhiteSpace(Backend) ? IsCloudImplied : Backend.Equals(BackendTraits.Cloud, StringComparison.OrdinalIgnoreCase);

    /// <summary>A token or an address was set.</summary>
    internal bool IsCloudImplied { get; private set; }

    /// <summary>The connection to the cloud as it is configured.</summary>
    internal NemoConnection Cloud() => new()
    {
        Traits = new BackendTraits
        {
            Name = BackendTraits.Cloud,
            ChargesCredits = true,
            Web = WebBaseUrl,
            GenerationCost = GenerationCost,
            EditCost = EditCost,
            PollsPerWindow = PollsPerWindow,
            PollWindow = PollWindow,
            MinPollInterval = MinPollInterval,
            RecoveryFirstWait = RecoveryFirstWait,
            RecoveryWait = RecoveryWait,
            RecoveryReads = RecoveryReads,
        },
        Api = ApiBaseUrl,
        Token = Token,
        ClientId = ClientId,
        Limits = Limits,
    };

    /// <summary>Applies the variables outside of the section; blank ones are ignored.</summary>
    internal void Read(IConfiguration section, IConfiguration root)
    {
        ApiBaseUrl = Address(root["NEMO_API_URL"]) ?? ApiBaseUrl;
        WebBaseUrl = Address(root["NEMO_WEB_URL"]) ?? WebBaseUrl;
        Token = Text(root["NEMO_TOKEN"]) ?? Text(Token);
        ClientId = Text(root["NEMO_CLIENT_ID"]) ?? Text(ClientId);
        SkillSource = Text(root["SKILL_SOURCE"]) ?? Text(SkillSource);

        // A settings file made from the example has the usual address too: nobody has chosen the cloud by that.
        var isOwnAddress = Address(section[nameof(ApiBaseUrl)]) is { } address && address != new NemoOptions().ApiBaseUrl;
        IsCloudImplied = Token is not null || Text(root["NEMO_API_URL"]) is not null || isOwnAddress;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Backend) && Backend.ToUpperInvariant() is not ("LOCAL" or "CLOUD"))
        {
            yield return new ValidationResult($"NemoBot:Nemo:Backend is \"{Backend}\"; it must be local or cloud, for example local.", [nameof(Backend)]);
        }

        if (!IsWeb(ApiBaseUrl))
        {
            yield return new ValidationResult($"NEMO_API_URL (NemoBot:Nemo:ApiBaseUrl) is \"{ApiBaseUrl}\", which is not a full http or https address; for example https://mega-api-prod.nemovideo.ai/.", [nameof(ApiBaseUrl)]);
        }

        if (!IsWeb(WebBaseUrl))
        {
            yield return new ValidationResult($"NEMO_WEB_URL (NemoBot:Nemo:WebBaseUrl) is \"{WebBaseUrl}\", which is not a full http or https address; for example https://nemovideo.com/.", [nameof(WebBaseUrl)]);
        }

        if (Token is not null && Token.Any(c => c is <= ' ' or > '~'))
        {
            yield return new ValidationResult("NEMO_TOKEN (NemoBot:Nemo:Token) has characters that no token has: copy it again.", [nameof(Token)]);
        }
    }

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static Uri? Address(string? value) => Text(value) is { } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null;
}
