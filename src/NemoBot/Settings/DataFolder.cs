namespace NemoBot.Settings;

/// <summary>The folder that everything is kept in.</summary>
internal static class DataFolder
{
    /// <summary>Its absolute path: <c>NemoBot:DataFolder</c>, or <c>data</c> below the working directory.</summary>
    public static string Find(IConfiguration configuration) =>
        Path.GetFullPath(configuration["NemoBot:DataFolder"] is { Length: > 0 } folder ? folder : "data");
}
