using Microsoft.Extensions.Configuration;
using NemoBot.Settings;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>Where settings come from and what is said of wrong ones; the real program where it matters that every way of starting does it.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-configuration-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Engine:LaneCapacity", "0", "NemoBot:Engine:LaneCapacity is 0; it must be between 1 and 1000, for example 20.")]
    [InlineData("Engine:LaneCapacity", "many", "NemoBot:Engine:LaneCapacity is \"many\", which is not a whole number; for example 20.")]
    [InlineData("Engine:Retention", "soon", "NemoBot:Engine:Retention is \"soon\", which is not a time written as [days.]hours:minutes:seconds; for example 30.00:00:00.")]
    [InlineData("Engine:TurnDeadline", "-01:00:00", "NemoBot:Engine:TurnDeadline is -01:00:00; it must be between 00:00:00.001 and 30.00:00:00, for example 12:00:00.")]
    [InlineData("Budget:CreditsPerPerson", "-1", "NemoBot:Budget:CreditsPerPerson is -1; it must be at least 0, for example 0.")]
    [InlineData("Claims:Instance", "", "NemoBot:Claims:Instance is empty; set it, for example to nemobot.")]
    [InlineData("Web:PublicUrl", "bot", "NemoBot:Web:PublicUrl is \"bot\", which is not a full http or https address; for example https://bot.example.org.")]
    [InlineData("Discord:ThreadArchiveMinutes", "61", "NemoBot:Discord:ThreadArchiveMinutes is 61; it must be one of 60, 1440, 4320, 10080, for example 1440.")]
    [InlineData("Discord:Threads", "Perhaps", "NemoBot:Discord:Threads is \"Perhaps\", which is not one of Offer, Off, Always; for example Offer.")]
    [InlineData("Nemo:Limits:Retries", "21", "NemoBot:Nemo:Limits:Retries is 21; it must be between 0 and 20, for example 3.")]
    [InlineData("LocalNemo:Simulation:EditCost", "-5", "NemoBot:LocalNemo:Simulation:EditCost is -5; it must be at least 0, for example 50.")]
    [InlineData("Telegram:Token", "not a token", "NemoBot:Telegram:Token is not a bot token (digits, a colon, letters): copy it from @BotFather again.")]
    public void A_wrong_value_is_a_sentence(string setting, string value, string sentence) =>
        Assert.Equal([sentence], SettingsValidator.Validate(Settings(("NemoBot:" + setting, value))));

    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080;banana", "The address to listen on (--urls, ASPNETCORE_URLS) is \"banana\", which is not http://address:port; for example http://127.0.0.1:5080.")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:99999", "The address to listen on (--urls, ASPNETCORE_URLS) is \"http://127.0.0.1:99999\", which is not http://address:port; for example http://127.0.0.1:5080.")]
    [InlineData("urls", "https://127.0.0.1:5080", "The address to listen on, https://127.0.0.1:5080, needs a certificate, which the bot does not use: put a proxy with HTTPS before it, and listen on http://127.0.0.1:5080, for example.")]
    [InlineData("Logging:LogLevel:Default", "Loud", "Logging:LogLevel:Default is \"Loud\", which is not one of Trace, Debug, Information, Warning, Error, Critical, None; for example Information.")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT is \"collector\", which is not a full http or https address; for example http://collector:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "smoke", "OTEL_EXPORTER_OTLP_PROTOCOL is \"smoke\", which is not grpc or http/protobuf; for example grpc.")]
    [InlineData("NemoBot:Access:Administrators:0", "ana", "NemoBot:Access:Administrators has \"ana\", which does not have the form platform:id; for example web:4711.")]
    [InlineData("NemoBot:Nemo:Backend", "clowd", "NemoBot:Nemo:Backend is \"clowd\"; it must be local or cloud, for example local.")]
    public void What_the_framework_or_a_rule_of_its_own_reads_is_a_sentence_too(string key, string value, string sentence) =>
        Assert.Equal([sentence], SettingsValidator.Validate(Settings((key, value))));

    [Theory]
    [InlineData("NemoBot:Telegramm:Token", "NemoBot:Telegram:Token")]
    [InlineData("NemoBot:TelegramToken", "NemoBot:Telegram:Token")]
    [InlineData("NemoBot:Engine:LaneCapacty", "NemoBot:Engine:LaneCapacity")]
    public void An_unknown_key_is_reported_with_the_nearest_one(string key, string nearest) =>
        Assert.Equal([$"{key} is not a setting and has no effect; did you mean {nearest}?"], UnknownSettings.Find(Settings((key, "1"))));

    [Fact]
    public void A_key_unlike_any_other_is_reported_without_a_guess_and_a_known_one_in_any_case_is_not() =>
        Assert.Equal(
            ["NemoBot:Zebra is not a setting and has no effect; docs/settings.md lists all of them."],
            UnknownSettings.Find(Settings(("NemoBot:Zebra", "1"), ("nemobot:engine:lanecapacity", "3"), ("NemoBot:Discord:AdministratorRoles:0", "1"))));

    [Fact]
    public void Short_names_and_secret_files_become_settings()
    {
        var file = Write("telegram", "123:abc\n");
        var settings = WellKnownVariables.Read(new Dictionary<string, string>
        {
            ["DISCORD_TOKEN"] = "xyz",
            ["NEMO_API_URL"] = "",
            ["TELEGRAM_TOKEN_FILE"] = file,
            ["NEMOBOT__Web__AccessToken_FILE"] = Write("access", "a long one\r\n"),
            ["PROFILE"] = "/not/ours",
            ["SOME_OTHER_FILE"] = "/not/ours/either",
        });
        Assert.Equal(3, settings.Count);
        Assert.Equal("xyz", settings["NemoBot:Discord:Token"]);
        Assert.Equal("123:abc", settings["NemoBot:Telegram:Token"]);
        Assert.Equal("a long one", settings["NemoBot:Web:AccessToken"]);
    }

    [Fact]
    public void A_secret_file_that_cannot_be_used_is_a_sentence()
    {
        var missing = Path.Combine(_folder.FullName, "none");
        var empty = Write("empty", " \n");
        Assert.Equal(
            [$"NEMO_TOKEN_FILE names the file {missing}, which does not exist; name one that does, for example NEMO_TOKEN_FILE=/run/secrets/nemo_token."],
            Problems(("NEMO_TOKEN_FILE", missing)));
        Assert.Equal(
            [$"DISCORD_TOKEN_FILE names the file {empty}, which is empty; put the value into it, for example DISCORD_TOKEN_FILE=/run/secrets/discord_token."],
            Problems(("DISCORD_TOKEN_FILE", empty)));
        Assert.Contains("cannot be read as a file", Assert.Single(Problems(("DISCORD_TOKEN_FILE", _folder.FullName))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TELEGRAM_TOKEN")]
    [InlineData("NEMOBOT__Telegram__Token")]
    public void A_setting_given_as_value_and_as_file_is_refused(string variable) =>
        Assert.Equal(
            [$"{variable} and TELEGRAM_TOKEN_FILE are both set; keep one of them."],
            Problems((variable, "123:abc"), ("TELEGRAM_TOKEN_FILE", Write("token", "123:abc"))));

    [Theory]
    [InlineData(1)]
    [InlineData(2, "backup", "copy.litedb")]
    [InlineData(2, "make", "talk.mp3", "--say", "waveform video", "--out", "talk.mp4")]
    [InlineData(2, "captions", "import", "model.bin")]
    public async Task Every_way_of_starting_refuses_a_wrong_setting_from_the_file(int code, params string[] arguments)
    {
        Write("talk.mp3", "");
        Write("appsettings.json", """{ "NemoBot": { "Engine": { "LaneCapacity": 0 } } }""");
        var result = await BotProgram.RunAsync(_folder.FullName, arguments);
        Assert.Equal((code, "NemoBot:Engine:LaneCapacity is 0; it must be between 1 and 1000, for example 20."), (result.Code, result.Errors.Trim()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2, "backup", "copy.litedb")]
    public async Task A_settings_file_that_is_not_json_is_named(int code, params string[] arguments)
    {
        Write("appsettings.json", "{ \"NemoBot\": ");
        var result = await BotProgram.RunAsync(_folder.FullName, arguments);
        Assert.Equal(code, result.Code);
        Assert.Contains("appsettings.json", result.Errors, StringComparison.Ordinal);
        Assert.Contains("line 1 is not JSON", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_keeps_the_bot_from_starting_is_one_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var taken = await BotProgram.RunAsync(_folder.FullName, ["--urls", $"http://{other.LocalEndpoint}"]);
        Assert.Equal(1, taken.Code);
        Assert.Equal($"Failed to bind to address http://{other.LocalEndpoint}: address already in use. Name another one with --urls or ASPNETCORE_URLS, for example http://127.0.0.1:5081.", taken.Errors.Trim());
        Assert.DoesNotContain("   at ", taken.Output, StringComparison.Ordinal);

        var slip = await BotProgram.RunAsync(_folder.FullName, ["chekc"]);
        Assert.Equal((2, "There is no command \"chekc\"."), (slip.Code, slip.Errors.Split('\n')[0].Trim()));
        var more = await BotProgram.RunAsync(_folder.FullName, ["move-store", "elsewhere"]);
        Assert.Equal((2, "nemobot move-store takes no arguments."), (more.Code, more.Errors.Trim()));
    }

    [Fact]
    public async Task A_token_from_a_secret_file_reaches_the_platform_and_limits_change_while_the_bot_runs()
    {
        await using var server = await TelegramStandIn.StartAsync(TimeProvider.System);
        await using var host = await HostProcess.StartAsync(new()
        {
            ["TELEGRAM_TOKEN_FILE"] = Write("token", TelegramStandIn.Token + "\n"),
            ["NEMOBOT__Telegram__ApiBaseUrl"] = server.Address.AbsoluteUri,
            ["NEMOBOT__Engin__LaneCapacity"] = "5",
        });
        Assert.NotEmpty(server.CallsTo("getMe"));
        await host.SeeAsync("NemoBot:Engin:LaneCapacity is not a setting and has no effect; did you mean NemoBot:Engine:LaneCapacity?");

        var file = Path.Combine(host.Folder, "appsettings.json");
        await File.WriteAllTextAsync(file, """{ "NemoBot": { "Budget": { "RequestsPerPerson": 1 }, "Access": { "BlockedUsers": ["web:Eve"] } } }""");
        await host.SeeAsync("NemoBot:Budget:RequestsPerPerson is now 1 (was 60)");
        await host.SeeAsync("NemoBot:Access:BlockedUsers is now web:Eve (was nothing)");
        await File.WriteAllTextAsync(file, """{ "NemoBot": { "Budget": { "RequestsPerPerson": -1 } } }""");
        await host.SeeAsync("The change of NemoBot:Budget is not used, the last valid settings stay");
        await host.SayAsync("waveform video");
        using var another = new MultipartFormDataContent { { new StringContent("another one"), "text" }, { new StringContent("Ana"), "user" } };
        using var refused = await host.Http.PostAsync("/api/channels/room/messages", another, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    private static IReadOnlyList<string> Problems(params (string Name, string Value)[] variables) =>
        Assert.Throws<SettingsException>(() => WellKnownVariables.Read(variables.ToDictionary(v => v.Name, v => v.Value))).Problems;

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
