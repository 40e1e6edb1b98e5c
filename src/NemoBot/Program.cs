using NemoBot.Terminal;
using NemoBot.Hosting;
using NemoBot.Maintenance;
using NemoBot.Speech.Listening;

return args switch
{
    ["make", .. var rest] => await MakeVerb.RunAsync(rest).ConfigureAwait(false),
    ["captions", .. var rest] => await CaptionsVerb.RunAsync(rest).ConfigureAwait(false),
    [SpeechWorker.Argument] => SpeechWorker.Run(),
    ["health", ..] => await Health.AskAsync().ConfigureAwait(false),
    [MaintenanceRunner.Backup or MaintenanceRunner.Restore, .. var rest] => await MaintenanceVerb.RunAsync(args[0], rest).ConfigureAwait(false),
    ["help" or "--help" or "-h", ..] => Help(),
    _ => await RunVerb.RunAsync(args).ConfigureAwait(false),
};

static int Help()
{
    Console.WriteLine($"""
        nemobot [--urls http://127.0.0.1:5080]   runs the bot and its web chat
        {MakeArguments.Usage}
        {CaptionsVerb.Usage}
        {MaintenanceVerb.Usage}
        nemobot health                           exit code 0 if the bot on this machine is well
        """);
    return 0;
}
