using Microsoft.Extensions.Options;

namespace NemoBot.Web.Settings;

/// <summary>The rules attributes cannot express: time spans, and what a public URL requires.</summary>
internal sealed class WebChatTimesValidator : IValidateOptions<WebChatOptions>
{
    public ValidateOptionsResult Validate(string? name, WebChatOptions options)
    {
        var problems = new List<string>();
        RequirePositive(problems, nameof(options.HeartbeatInterval), options.HeartbeatInterval);
        RequirePositive(problems, nameof(options.SlowReaderTimeout), options.SlowReaderTimeout);
        RequirePositive(problems, nameof(options.SweepInterval), options.SweepInterval);
        RequirePositive(problems, nameof(options.SignInLifetime), options.SignInLifetime);
        RequirePositive(problems, nameof(options.SignInWindow), options.SignInWindow);
        RequirePositive(problems, nameof(options.StartPatience), options.StartPatience);
        RequirePositive(problems, nameof(options.UploadGrace), options.UploadGrace);
        if (options.EditInterval < TimeSpan.Zero || options.FileRetention < TimeSpan.Zero)
        {
            problems.Add("NemoBot:Web: EditInterval and FileRetention must not be negative.");
        }

        if (options.PublicUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
        {
            problems.Add("NemoBot:Web:PublicUrl must be a full http or https address.");
        }
        else if (options.PublicUrl is { IsLoopback: false } && options.Enabled && !options.NeedsToken)
        {
            problems.Add("NemoBot:Web:PublicUrl makes the web chat public: set NemoBot:Web:AccessToken (NEMOBOT__Web__AccessToken) too.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void RequirePositive(List<string> problems, string name, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
        {
            problems.Add($"NemoBot:Web:{name} must be longer than zero.");
        }
    }
}
