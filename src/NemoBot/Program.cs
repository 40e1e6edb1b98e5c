using NemoBot.Terminal;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
