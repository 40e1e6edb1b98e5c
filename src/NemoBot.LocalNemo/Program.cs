using Microsoft.Extensions.Options;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Settings;
using NemoBot.Media;
using NemoBot.Speech;
using NemoBot.Speech.Listening;

if (args is [SpeechWorker.Argument])
{
    return SpeechWorker.Run();
}

// The backend by itself, on a machine that renders for others:
// dotnet run --project src/NemoBot.LocalNemo -- --urls http://0.0.0.0:5090 --NemoBot:LocalNemo:RenderConcurrency 2
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMedia(builder.Configuration.GetSection("NemoBot:Media"));
builder.Services.AddSpeech(builder.Configuration.GetSection("NemoBot:Speech"));
builder.Services.AddLocalNemo(builder.Configuration.GetSection("NemoBot:LocalNemo"));
using var host = builder.Build();
await host.StartAsync();

var options = host.Services.GetRequiredService<IOptions<LocalNemoOptions>>().Value;
options.Urls = builder.Configuration["urls"] ?? options.Urls;
await using var backend = host.Services.GetRequiredService<EmbeddedBackend>();
await backend.StartAsync(CancellationToken.None);
Console.WriteLine($"LocalNemo is ready: {backend.Address}");
await host.WaitForShutdownAsync();
return 0;
