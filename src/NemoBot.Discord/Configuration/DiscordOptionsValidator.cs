using Microsoft.Extensions.Options;

namespace NemoBot.Discord.Configuration;

[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
