using NemoBot.Hosting;
using NemoBot.Maintenance;
using NemoBot.Speech.Listening;

namespace NemoBot.Terminal;

/// <summary>The verbs. What stops one before its work is a sentence on standard error, never a stack trace.</summary>
internal static class CommandLine
{
    private const int BadInput = 2;

    private const string Help = $"""
        nemobot [--urls http://127.0.0.1:5080]   runs the bot and its web chat
        {MakeArguments.Usage}
        {CaptionsVerb.Usage}
        {MaintenanceVerb.Usage}
        {MoveStoreVerb.Usage}
        {CheckVerb.Usage}
        nemobot health                           exit code 0 if the bot on this machine is well
        nemobot version                          prints the version
        """;

    private static string Version => typeof(CommandLine).Assembly.GetName().Version!.ToString(fieldCount: 3);

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                ["make", .. var rest] => await MakeVerb.RunAsync(rest).ConfigureAwait(false),
                ["captions", .. var rest] => await CaptionsVerb.RunAsync(rest).ConfigureAwait(false),
                [SpeechWorker.Argument] => SpeechWorker.Run(),
                ["check" or MoveStoreVerb.Verb, _, ..] => RefuseArguments(args[0]),
                ["check"] => await CheckVerb.RunAsync().ConfigureAwait(false),
                ["health", .. var rest] => await Health.AskAsync(rest).ConfigureAwait(false),
                [MaintenanceRunner.Backup or MaintenanceRunner.Restore or MaintenanceRunner.Explain, .. var rest] => await MaintenanceVerb.RunAsync(args[0], rest).ConfigureAwait(false),
                [MoveStoreVerb.Verb] => await MoveStoreVerb.RunAsync().ConfigureAwait(false),
                ["help" or "--help" or "-h", ..] => Print(Help),
                ["version" or "--version", ..] => Print(Version),
                [var word, ..] when IsWord(word) => RefuseVerb(word),
                _ => await RunVerb.RunAsync(args).ConfigureAwait(false),
            };
        }
        catch (Exception exception) when (StartProblem.Describe(exception) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return BadInput;
        }
    }

    /// <summary>Options of the server are <c>--name value</c>, <c>/name value</c> or <c>name=value</c>.</summary>
    private static bool IsWord(string argument) => argument.Length > 0 && argument[0] is not ('-' or '/') && !argument.Contains('=', StringComparison.Ordinal);

    private static int RefuseVerb(string word)
    {
        Console.Error.WriteLine($"There is no command \"{word}\".");
        Console.Error.WriteLine(Help);
        return BadInput;
    }

    /// <summary>An argument that means nothing may have been meant as a target.</summary>
    private static int RefuseArguments(string verb)
    {
        Console.Error.WriteLine($"nemobot {verb} takes no arguments.");
        return BadInput;
    }

    private static int Print(string text)
    {
        Console.WriteLine(text);
        return 0;
    }
}
