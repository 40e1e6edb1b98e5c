using Microsoft.Extensions.Options;

namespace NemoBot.Telegram.Settings;

/// <summary>Validates <see cref="TelegramOptions"/> at the start, without reflection.</summary>
[OptionsValidator]
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>;
