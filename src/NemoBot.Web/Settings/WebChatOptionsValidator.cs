using Microsoft.Extensions.Options;

namespace NemoBot.Web.Settings;

[OptionsValidator]
internal sealed partial class WebChatOptionsValidator : IValidateOptions<WebChatOptions>;
