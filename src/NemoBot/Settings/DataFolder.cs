namespace NemoBot.Settings;

/// <summary>The folder that everything is kept in.</summary>
internal static class DataFolder
{
    /// <summary>Its absolute path: <c>NemoBot:DataFolder</c>, or <c>data</c> below the working directory.</summary>
    public static string Find(IConfiguration configuration) =>
        Path.GetFullPath(configuration["NemoBot:DataFolder"] is { Length: > 0 } folder ? folder : "data");

    /// <summary>Its absolute path, once nothing but a folder can be there.</summary>
    /// <exception cref="SettingsException">It or a folder above it is a file.</exception>
    public static string Require(IConfiguration configuration)
    {
        var folder = Find(configuration);
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                throw new SettingsException([$"{path} is a file: NemoBot:DataFolder (NEMOBOT__DataFolder) must name a folder, not {folder}."]);
            }
        }

        return folder;
    }
}
