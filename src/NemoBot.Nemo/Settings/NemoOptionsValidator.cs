using Microsoft.Extensions.Options;

namespace NemoBot.Nemo.Settings;

[OptionsValidator]
internal sealed partial class NemoOptionsValidator : IValidateOptions<NemoOptions>;
