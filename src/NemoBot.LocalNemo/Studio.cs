using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo;

/// <summary>What a studio keeps, and what it works with.</summary>
/// <param name="Users">Users and their tokens.</param>
/// <param name="Sessions">Sessions with their versions.</param>
/// <param name="Turns">Which sessions are at work.</param>
/// <param name="Assets">Uploaded files.</param>
/// <param name="Renders">Renders with their files.</param>
/// <param name="Secret">Signs addresses of files.</param>
/// <param name="Tools">What edits may ask.</param>
internal sealed record Studio(
    UserStore Users, SessionStore Sessions, SessionTurns Turns, AssetStore Assets, IRenders Renders, byte[] Secret, EditTools Tools);
