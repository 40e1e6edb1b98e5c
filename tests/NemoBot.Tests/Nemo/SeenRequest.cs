namespace NemoBot.Tests.Nemo;

/// <summary>A request as the stand-in got it.</summary>
public sealed record SeenRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
