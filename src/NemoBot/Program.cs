using NemoBot.Terminal;
using NemoBot.Hosting;

return args switch
{
    ["make", .. var rest] => await MakeVerb.RunAsync(rest).ConfigureAwait(false),
    ["health", ..] => await Health.AskAsync().ConfigureAwait(false),
    ["help" or "--help" or "-h", ..] => Help(),
    _ => await RunVerb.RunAsync(args).ConfigureAwait(false),
};

static int Help()
{
    Console.WriteLine($"""
        nemobot [--urls http://127.0.0.1:5080]   runs the bot and its web chat
        {MakeArguments.Usage}
        nemobot health                           exit code 0 if the bot on this machine is well
        """);
    return 0;
}
