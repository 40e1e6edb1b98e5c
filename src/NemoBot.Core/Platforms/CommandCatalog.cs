using NemoBot.Core.Text;

namespace NemoBot.Core.Platforms;

/// <summary>The commands, the same on every platform. <c>/start</c> is accepted too, as a greeting.</summary>
public static class CommandCatalog
{
    /// <summary>All commands, in the order a newcomer needs them.</summary>
    public static IReadOnlyList<CommandInfo> All { get; } =
    [
        Describe("make", CommandArgument.Request),
        Describe("export", CommandArgument.Version),
        Describe("timeline", CommandArgument.None),
        Describe("versions", CommandArgument.None),
        Describe("undo", CommandArgument.None),
        Describe("status", CommandArgument.None),
        Describe("cancel", CommandArgument.None),
        Describe("credits", CommandArgument.None),
        Describe("skill", CommandArgument.Skill),
        Describe("language", CommandArgument.Language),
        Describe("settings", CommandArgument.Setting),
        Describe("new", CommandArgument.None),
        Describe("connect", CommandArgument.Secret),
        Describe("pair", CommandArgument.Code),
        Describe("forget", CommandArgument.None),
        Describe("help", CommandArgument.None),
    ];

    private static CommandInfo Describe(string name, CommandArgument argument) =>
        new(name, argument, Texts.Languages.ToDictionary(l => l, l => Texts.For(l)["command." + name], StringComparer.Ordinal));
}
