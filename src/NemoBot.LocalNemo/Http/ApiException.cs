namespace NemoBot.LocalNemo.Http;

/// <summary>A request is answered with an error.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The envelope's code.</param>
/// <param name="message">In plain words.</param>
internal sealed class ApiException(int status, int code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The envelope's code.</summary>
    public int Code { get; } = code;

    public static ApiException BadRequest(string message) => new(StatusCodes.Status400BadRequest, 400, message);

    public static ApiException BadToken() => new(StatusCodes.Status401Unauthorized, 1001, "The token is missing, wrong or expired.");

    public static ApiException NoSession() => new(StatusCodes.Status404NotFound, 1002, "There is no such session.");

    public static ApiException NotFound(string message) => new(StatusCodes.Status404NotFound, 404, message);

    public static ApiException Conflict(string message) => new(StatusCodes.Status409Conflict, 409, message);

    public static ApiException Unsupported(string message) => new(StatusCodes.Status400BadRequest, 4001, message);

    /// <param name="code">Why nothing was fetched from a link: 4011 to 4014.</param>
    /// <param name="message">In plain words.</param>
    public static ApiException BadLink(int code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public static ApiException TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, 4002, message);

    public static ApiException NoSpace() => new(
        StatusCodes.Status507InsufficientStorage, 507, "There is too little space left on the server's disk. Please try again later.");

    public static ApiException NoTools() => new(
        StatusCodes.Status503ServiceUnavailable, 5031, "FFmpeg is not installed on the server, so media files cannot be read.");

    public static ApiException NotNow() => new(
        StatusCodes.Status503ServiceUnavailable, 503, "The server has no resources left to look into files. Please try again later.");
}
