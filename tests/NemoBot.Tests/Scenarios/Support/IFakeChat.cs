using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Everything that <see cref="FakePlatform"/> can do.</summary>
public interface IFakeChat : IChatPlatform, IAdministratorLookup, IRoleLookup, IAuthorAssurance;
