using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Streams;

/// <summary>Errors inside a stream, in all their forms.</summary>
internal static partial class StreamErrors
{
    /// <summary>The error in an event; null if it holds none.</summary>
    public static BackendEvent.Failed? Of(JsonElement root)
    {
        var errorCode = root.TextField("errorCode", "error_code");
        var errorText = root.TextField("errorMessage", "error_message");
        if (errorCode is not null || errorText is not null)
        {
            return Failed(errorCode, errorText, root, fromModel: true);
        }

        var isError = root.TextField("type") is { } type && type.Equals("error", StringComparison.OrdinalIgnoreCase);
        var bare = root.Field("content", "type") is null;
        if (root.Field("error") is not null || isError)
        {
            // A code inside of the error is the model's, as one with a name of its own.
            return Failed(Envelope.CodeOf(root), Envelope.MessageOf(root) ?? root.TextField("content"), root, fromModel: root.TextField("code") is null);
        }

        return bare && (root.TextField("code") is { } code ? !Envelope.IsZero(code) : root.FlagField("success") == false)
            ? Failed(Envelope.CodeOf(root), Envelope.MessageOf(root), root)
            : null;
    }

    /// <summary>
    /// The error in something that was to be JSON but was broken by the text of the error itself, unescaped quotes or line ends; null
    /// if there is none.
    /// </summary>
    public static BackendEvent.Failed? OfBroken(ReadOnlySpan<byte> data)
    {
        var text = Encoding.UTF8.GetString(data[..Math.Min(data.Length, 8 * 1024)]).TrimStart('\uFEFF', ' ');
        return BrokenError().Match(text) is { Success: true } match
            ? Failed(null, match.Groups["text"].Value.TrimEnd().TrimEnd('}').TrimEnd().TrimEnd('"'), default)
            : null;
    }

    private static BackendEvent.Failed Failed(string? code, string? message, JsonElement root, bool fromModel = false)
    {
        var leading = LeadingStatus().Match(message ?? string.Empty);
        var kind = (fromModel ? ErrorCodes.FromModel(code) : ErrorCodes.FromCode(code))
            ?? (leading.Success ? ErrorCodes.FromCode(leading.Value) : null)
            ?? (code is null ? ErrorCodes.FromWords(message) : null)
            ?? BackendErrorKind.Other;
        var user = (root.ObjectField("data") ?? root).TextField("user_id", "userId");
        return new BackendEvent.Failed(
            new BackendError(kind, Redactor.Clean(message), root.SecondsField("retry_after", "retryAfter"), user), Redactor.Clean(code));
    }

    [GeneratedRegex(@"^\{\s*['""]error['""]\s*:\s*['""]?(?<text>.+)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenError();

    [GeneratedRegex(@"^(?:5\d\d|429)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingStatus();
}
