using System.Net.Http.Headers;
using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Transport;

/// <summary>The headers that every call to the API carries; without the three of the skill the service refuses to export.</summary>
internal static class SkillHeaders
{
    public static void AddSkill(this HttpRequestHeaders headers, Skill skill)
    {
        headers.TryAddWithoutValidation("X-Skill-Source", skill.Name);
        headers.TryAddWithoutValidation("X-Skill-Version", skill.Version);
        headers.TryAddWithoutValidation("X-Skill-Platform", skill.Source);
    }

    public static void AddToken(this HttpRequestHeaders headers, string token) =>
        headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
}
