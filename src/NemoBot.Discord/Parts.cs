using System.Net;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord;

/// <summary>The parts of the platform that live as long as it does.</summary>
internal sealed class Parts : IDisposable
{
    private readonly HttpClient _http;

    public Parts(DiscordOptions options, IPlatformCursors cursors, TimeProvider clock, ILoggerFactory logs)
    {
        (Options, Cursors, Clock, Logs) = (options, cursors, clock, logs);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.RequestTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        })
        {
            // Each request has its own limits, on the injected clock.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Rest = new DiscordRest(_http, options, clock, logs.CreateLogger<DiscordRest>());
        Api = new DiscordApi(Rest, options);
        Book = new PlaceBook(cursors, options);
        Tiers = new GuildTiers();
        Facts = new PlaceFacts(Api, Book, Tiers, options);
        Administrators = new AdministratorCheck(Api, Facts, options);
        Interactions = new OpenInteractions(options, clock);
        FollowUps = new FollowUps(Api, Interactions);
        Notes = new PermissionNotes(Api, Book, Interactions, FollowUps);
        Sender = new MessageSender(Api, Book, Facts, Interactions, FollowUps, Notes, options, clock);
        Loader = new AttachmentLoader(Rest, Api, options, clock);
    }

    public DiscordOptions Options { get; }

    public IPlatformCursors Cursors { get; }

    public TimeProvider Clock { get; }

    public ILoggerFactory Logs { get; }

    public DiscordRest Rest { get; }

    public DiscordApi Api { get; }

    public PlaceBook Book { get; }

    public GuildTiers Tiers { get; }

    public PlaceFacts Facts { get; }

    public AdministratorCheck Administrators { get; }

    public OpenInteractions Interactions { get; }

    public FollowUps FollowUps { get; }

    public PermissionNotes Notes { get; }

    public MessageSender Sender { get; }

    public AttachmentLoader Loader { get; }

    /// <summary>True if the gateway sends the content of all messages.</summary>
    public bool ReadsContent { get; set; }

    public void Dispose() => _http.Dispose();
}
