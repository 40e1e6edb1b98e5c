using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Commands;

/// <summary>The commands as Discord registers them: the common ones, and one in the context menu of messages.</summary>
internal static class CommandList
{
    /// <summary>The English name of the command in the context menu.</summary>
    public const string MessageCommand = "Make a video";

    private const int SlashType = 1;
    private const int MessageType = 3;
    private const int TextOption = 3;
    private const int RoleOption = 8;
    private const int FileOption = 11;

    private static readonly string[] Settings = ["render on", "render off", "access everyone", "access admins"];
    private static readonly string[] Locales = ["zh-CN", "zh-TW"];

    /// <summary>Writes the request body that registers all commands.</summary>
    /// <param name="installs">Where the application can be installed: 0 servers, 1 people.</param>
    public static byte[] Write(IReadOnlyList<int> installs)
    {
        int[] contexts = installs.Contains(1) ? [0, 1, 2] : [0, 1];
        IReadOnlyList<CommandBody> all =
        [
            .. CommandCatalog.All.Select(c => Slash(c, installs, contexts)),
            new CommandBody
            {
                Name = MessageCommand,
                Type = MessageType,
                NameLocalizations = InAll("command.message"),
                IntegrationTypes = installs,
                Contexts = contexts,
            },
        ];
        return JsonSerializer.SerializeToUtf8Bytes(all, DiscordJson.Default.IReadOnlyListCommandBody);
    }

    private static CommandBody Slash(CommandInfo command, IReadOnlyList<int> installs, IReadOnlyList<int> contexts) => new()
    {
        Name = command.Name,
        Type = SlashType,
        Description = command.Descriptions["en"],
        NameLocalizations = NamesOf(command),
        DescriptionLocalizations = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["zh-CN"] = command.Descriptions["zh"],
            ["zh-TW"] = Words.For("zh-TW").Find("describe." + command.Name) ?? command.Descriptions["zh"],
        },
        Options = Options(command.Argument),
        IntegrationTypes = installs,
        Contexts = contexts,
    };

    private static CommandOptionBody[]? Options(CommandArgument argument) => argument switch
    {
        CommandArgument.Request =>
        [
            Option(OptionNames.Text, TextOption, "option.text") with { MaxLength = 6000 },
            Option("file", FileOption, "option.file"),
            Option("file2", FileOption, "option.file"),
            Option("file3", FileOption, "option.file"),
        ],
        CommandArgument.Version => [Option(OptionNames.Version, TextOption, "option.version") with { Autocomplete = true }],
        CommandArgument.Skill => [Option(OptionNames.Skill, TextOption, "option.skill") with { Autocomplete = true }],
        CommandArgument.Code => [Option(OptionNames.Code, TextOption, "option.code")],
        CommandArgument.Language => [Option(OptionNames.Language, TextOption, "option.language") with { Choices = [Choice("English", "en"), Choice("中文", "zh")] }],
        CommandArgument.Setting => [Option(OptionNames.Setting, TextOption, "option.setting") with { Choices = [.. Settings.Select(Setting)] }, Option(OptionNames.Role, RoleOption, "option.role")],
        _ => null,
    };

    private static CommandOptionBody Option(string name, int type, string description) => new()
    {
        Name = name,
        Type = type,
        Description = Words.For("en")[description],
        DescriptionLocalizations = InAll(description),
        Required = false,
    };

    /// <summary>The label describes the setting; the value is the argument of the command.</summary>
    private static ChoiceBody Setting(string words) => Choice(Words.For("en")["setting." + words.Replace(' ', '.')], words) with
    {
        NameLocalizations = InAll("setting." + words.Replace(' ', '.')),
    };

    private static ChoiceBody Choice(string name, string value) => new() { Name = name, Value = value };

    /// <summary>Localized names are optional: a command without them shows its own name everywhere.</summary>
    private static SortedDictionary<string, string> NamesOf(CommandInfo command) =>
        new(Locales.ToDictionary(l => l, l => Words.For(l).Find("name." + command.Name) ?? command.Name), StringComparer.Ordinal);

    private static SortedDictionary<string, string> InAll(string key) =>
        new(Locales.ToDictionary(l => l, l => Words.For(l)[key]), StringComparer.Ordinal);
}
